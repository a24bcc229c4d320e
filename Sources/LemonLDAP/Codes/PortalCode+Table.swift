/// The portal's codes: name in the portal's source, what it means, what to do (sso document c.7, releases 2.16 and 2.21).
extension PortalCode {
  /// What is known of one code.
  struct Entry: Sendable {
    let name: String
    let text: String
    let advice: Advice
  }

  static let entries: [Int: Entry] = [
    -6: Entry(name: "PE_2FWAIT", text: "a second factor is still wanted", advice: .none),
    -5: Entry(name: "PE_IDPCHOICE", text: "an identity provider has to be chosen", advice: .useABrowser),
    -4: Entry(name: "PE_SENDRESPONSE", text: "the page was made elsewhere", advice: .none),
    -3: Entry(name: "PE_INFO", text: "an information page", advice: .none),
    -2: Entry(name: "PE_REDIRECT", text: "a redirection page", advice: .none),
    -1: Entry(name: "PE_DONE", text: "finished", advice: .none),
    0: Entry(name: "PE_OK", text: "success", advice: .none),
    1: Entry(name: "PE_SESSIONEXPIRED", text: "the session is over", advice: .tryAgain),
    2: Entry(name: "PE_FORMEMPTY", text: "the user name, the password or the code is empty", advice: .tryAgain),
    3: Entry(
      name: "PE_WRONGMANAGERACCOUNT",
      text: "the portal cannot sign in to its own directory",
      advice: .askThePortal
    ),
    4: Entry(name: "PE_USERNOTFOUND", text: "the portal does not know this user", advice: .checkInput),
    5: Entry(name: "PE_BADCREDENTIALS", text: "the user name or the password is wrong", advice: .checkInput),
    6: Entry(name: "PE_LDAPCONNECTFAILED", text: "the portal cannot reach its directory", advice: .tryLater),
    7: Entry(name: "PE_LDAPERROR", text: "the portal's directory reports an error", advice: .tryLater),
    8: Entry(name: "PE_APACHESESSIONERROR", text: "the portal cannot store sessions", advice: .tryLater),
    9: Entry(name: "PE_FIRSTACCESS", text: "nobody is signed in", advice: .none),
    10: Entry(name: "PE_BADCERTIFICATE", text: "the client certificate was refused", advice: .askThePortal),
    20: Entry(name: "PE_NO_PASSWORD_BE", text: "passwords cannot be changed here", advice: .askThePortal),
    21: Entry(name: "PE_PP_ACCOUNT_LOCKED", text: "the account is locked", advice: .askThePortal),
    22: Entry(name: "PE_PP_PASSWORD_EXPIRED", text: "the password has expired", advice: .useABrowser),
    23: Entry(name: "PE_CERTIFICATEREQUIRED", text: "a client certificate is needed", advice: .useABrowser),
    24: Entry(name: "PE_ERROR", text: "the portal reports an error without a reason", advice: .tryAgain),
    25: Entry(name: "PE_PP_CHANGE_AFTER_RESET", text: "the password has to be changed now", advice: .useABrowser),
    26: Entry(name: "PE_PP_PASSWORD_MOD_NOT_ALLOWED", text: "the password may not be changed", advice: .askThePortal),
    27: Entry(name: "PE_PP_MUST_SUPPLY_OLD_PASSWORD", text: "the old password is missing", advice: .tryAgain),
    28: Entry(name: "PE_PP_INSUFFICIENT_PASSWORD_QUALITY", text: "the new password is too weak", advice: .tryAgain),
    29: Entry(name: "PE_PP_PASSWORD_TOO_SHORT", text: "the new password is too short", advice: .tryAgain),
    30: Entry(name: "PE_PP_PASSWORD_TOO_YOUNG", text: "the password was changed too recently", advice: .tryLater),
    31: Entry(name: "PE_PP_PASSWORD_IN_HISTORY", text: "the new password was used before", advice: .tryAgain),
    32: Entry(name: "PE_PP_GRACE", text: "few sign-ins are left with the old password", advice: .useABrowser),
    33: Entry(name: "PE_PP_EXP_WARNING", text: "the password expires soon", advice: .useABrowser),
    34: Entry(name: "PE_PASSWORD_MISMATCH", text: "the two new passwords differ", advice: .tryAgain),
    35: Entry(name: "PE_PASSWORD_OK", text: "the password was changed", advice: .none),
    36: Entry(name: "PE_NOTIFICATION", text: "a notice has to be accepted first", advice: .acceptNotice),
    37: Entry(name: "PE_BADURL", text: "the address to return to is no address", advice: .askThePortal),
    38: Entry(name: "PE_NOSCHEME", text: "the address to return to has no scheme", advice: .askThePortal),
    39: Entry(name: "PE_BADOLDPASSWORD", text: "the old password is wrong", advice: .checkInput),
    40: Entry(
      name: "PE_MALFORMEDUSER",
      text: "the user name holds characters that the portal does not allow",
      advice: .checkInput
    ),
    41: Entry(
      name: "PE_SESSIONNOTGRANTED",
      text: "the password is right, but this account may not sign in",
      advice: .askThePortal
    ),
    42: Entry(name: "PE_CONFIRM", text: "the portal asks for a confirmation", advice: .useABrowser),
    43: Entry(name: "PE_MAILFORMEMPTY", text: "the mail address is missing", advice: .tryAgain),
    44: Entry(name: "PE_BADMAILTOKEN", text: "the link of the mail is not valid", advice: .tryAgain),
    45: Entry(name: "PE_MAILERROR", text: "the portal cannot send mails", advice: .tryLater),
    46: Entry(name: "PE_MAILOK", text: "a mail was sent", advice: .none),
    47: Entry(name: "PE_LOGOUT_OK", text: "signed out", advice: .none),
    48: Entry(name: "PE_SAML_ERROR", text: "SAML: general failure", advice: .askThePortal),
    49: Entry(name: "PE_SAML_LOAD_SERVICE_ERROR", text: "SAML: the service cannot be loaded", advice: .askThePortal),
    50: Entry(
      name: "PE_SAML_LOAD_IDP_ERROR",
      text: "SAML: the identity provider cannot be loaded",
      advice: .askThePortal
    ),
    51: Entry(name: "PE_SAML_SSO_ERROR", text: "SAML: the sign-on failed", advice: .askThePortal),
    52: Entry(name: "PE_SAML_UNKNOWN_ENTITY", text: "SAML: an unknown party", advice: .askThePortal),
    53: Entry(name: "PE_SAML_DESTINATION_ERROR", text: "SAML: the destination is wrong", advice: .askThePortal),
    54: Entry(name: "PE_SAML_CONDITIONS_ERROR", text: "SAML: the conditions are not met", advice: .askThePortal),
    55: Entry(
      name: "PE_SAML_IDPSSOINITIATED_NOTALLOWED",
      text: "SAML: an unsolicited sign-on is not accepted",
      advice: .askThePortal
    ),
    56: Entry(name: "PE_SAML_SLO_ERROR", text: "an application could not be signed out", advice: .askThePortal),
    57: Entry(name: "PE_SAML_SIGNATURE_ERROR", text: "SAML: a signature is wrong", advice: .askThePortal),
    58: Entry(name: "PE_SAML_ART_ERROR", text: "SAML: an artifact could not be resolved", advice: .askThePortal),
    59: Entry(name: "PE_SAML_SESSION_ERROR", text: "SAML: a session is missing", advice: .askThePortal),
    60: Entry(
      name: "PE_SAML_LOAD_SP_ERROR",
      text: "SAML: the service provider cannot be loaded",
      advice: .askThePortal
    ),
    61: Entry(name: "PE_SAML_ATTR_ERROR", text: "SAML: the attributes cannot be read", advice: .askThePortal),
    62: Entry(name: "PE_OPENID_EMPTY", text: "OpenID 2: called without a request", advice: .askThePortal),
    63: Entry(name: "PE_OPENID_BADID", text: "OpenID 2: the identity is someone else's", advice: .askThePortal),
    64: Entry(name: "PE_MISSINGREQATTR", text: "a required attribute is missing", advice: .askThePortal),
    65: Entry(name: "PE_BADPARTNER", text: "the federation is forbidden", advice: .askThePortal),
    66: Entry(name: "PE_MAILCONFIRMATION_ALREADY_SENT", text: "the mail with the link was already sent", advice: .none),
    67: Entry(name: "PE_PASSWORDFORMEMPTY", text: "the password is missing", advice: .tryAgain),
    68: Entry(name: "PE_CAS_SERVICE_NOT_ALLOWED", text: "CAS is not for this user", advice: .askThePortal),
    69: Entry(name: "PE_MAILFIRSTACCESS", text: "the form to reset a password", advice: .none),
    70: Entry(name: "PE_MAILNOTFOUND", text: "nobody has this mail address", advice: .checkInput),
    71: Entry(name: "PE_PASSWORDFIRSTACCESS", text: "a new password is to be entered", advice: .useABrowser),
    72: Entry(name: "PE_MAILCONFIRMOK", text: "the mail with the link was sent", advice: .none),
    73: Entry(name: "PE_RADIUSCONNECTFAILED", text: "the portal cannot reach its RADIUS server", advice: .tryLater),
    74: Entry(name: "PE_MUST_SUPPLY_OLD_PASSWORD", text: "the old password is required", advice: .tryAgain),
    75: Entry(name: "PE_FORBIDDENIP", text: "this network address is not admitted", advice: .askThePortal),
    76: Entry(name: "PE_CAPTCHAERROR", text: "the captcha is wrong", advice: .captcha),
    77: Entry(name: "PE_CAPTCHAEMPTY", text: "a captcha is wanted", advice: .captcha),
    78: Entry(name: "PE_REGISTERFIRSTACCESS", text: "the form to open an account", advice: .none),
    79: Entry(name: "PE_REGISTERFORMEMPTY", text: "the form to open an account is incomplete", advice: .tryAgain),
    80: Entry(name: "PE_REGISTERALREADYEXISTS", text: "the mail address is taken", advice: .checkInput),
    81: Entry(name: "PE_NOTOKEN", text: "the form's one-time token is missing", advice: .tryAgain),
    82: Entry(name: "PE_TOKENEXPIRED", text: "the form was too old, or was sent before", advice: .tryAgain),
    83: Entry(name: "PE_U2FFAILED", text: "the security key failed", advice: .useABrowser),
    84: Entry(name: "PE_UNAUTHORIZEDPARTNER", text: "this user may not use that application", advice: .askThePortal),
    85: Entry(name: "PE_RENEWSESSION", text: "the application wants a newer sign-in", advice: .signInAgain),
    86: Entry(name: "PE_WAIT", text: "too many failures: the portal wants a pause", advice: .waitFirst),
    87: Entry(name: "PE_MUSTAUTHN", text: "a sign-in is needed to see the portal", advice: .tryAgain),
    88: Entry(
      name: "PE_MUSTHAVEMAIL",
      text: "a mail code is wanted, but the portal knows no mail address",
      advice: .askThePortal
    ),
    89: Entry(name: "PE_SAML_SERVICE_NOT_ALLOWED", text: "SAML is not for this user", advice: .askThePortal),
    90: Entry(name: "PE_OIDC_SERVICE_NOT_ALLOWED", text: "OpenID Connect is not for this user", advice: .askThePortal),
    91: Entry(name: "PE_OID_SERVICE_NOT_ALLOWED", text: "OpenID 2 is not for this user", advice: .askThePortal),
    92: Entry(name: "PE_GET_SERVICE_NOT_ALLOWED", text: "the GET issuer is not for this user", advice: .askThePortal),
    93: Entry(
      name: "PE_IMPERSONATION_SERVICE_NOT_ALLOWED",
      text: "impersonation is not for this user",
      advice: .askThePortal
    ),
    94: Entry(
      name: "PE_ISSUERMISSINGREQATTR",
      text: "an attribute that the application needs is missing",
      advice: .askThePortal
    ),
    95: Entry(
      name: "PE_DECRYPTVALUE_SERVICE_NOT_ALLOWED",
      text: "decryption is not for this user",
      advice: .askThePortal
    ),
    96: Entry(name: "PE_BADOTP", text: "the code is wrong", advice: .startOver),
    97: Entry(
      name: "PE_RESETCERTIFICATE_INVALID",
      text: "the certificate to reset is not valid",
      advice: .askThePortal
    ),
    98: Entry(
      name: "PE_RESETCERTIFICATE_FORMEMPTY",
      text: "the form to reset a certificate is incomplete",
      advice: .tryAgain
    ),
    99: Entry(name: "PE_RESETCERTIFICATE_FIRSTACCESS", text: "the form to reset a certificate", advice: .none),
    100: Entry(
      name: "PE_PP_NOT_ALLOWED_CHARACTER",
      text: "the new password holds a character that is not allowed",
      advice: .tryAgain
    ),
    101: Entry(
      name: "PE_PP_NOT_ALLOWED_CHARACTERS",
      text: "the new password holds characters that are not allowed",
      advice: .tryAgain
    ),
    102: Entry(name: "PE_UPGRADESESSION", text: "the application wants a stronger sign-in", advice: .signInAgain),
    103: Entry(
      name: "PE_NO_SECOND_FACTORS",
      text: "a stronger sign-in is wanted, and no second factor is registered",
      advice: .useABrowser
    ),
    104: Entry(name: "PE_BAD_DEVOPS_FILE", text: "the rules of an application cannot be read", advice: .askThePortal),
    105: Entry(name: "PE_FILENOTFOUND", text: "no such file", advice: .askThePortal),
    106: Entry(name: "PE_OIDC_AUTH_ERROR", text: "the sign-in at an external provider failed", advice: .tryAgain),
    107: Entry(name: "PE_UNKNOWNPARTNER", text: "the portal does not know the application", advice: .declareService),
    108: Entry(
      name: "PE_UNAUTHORIZEDURL",
      text: "the portal does not know the address to return to",
      advice: .declareService
    ),
    109: Entry(
      name: "PE_UNPROTECTEDURL",
      text: "the address to return to belongs to a site that the portal does not know",
      advice: .declareService
    ),
    110: Entry(name: "PE_RETRY_2FA", text: "the code is wrong, and may be entered again", advice: .enterCodeAgain),
    111: Entry(name: "PE_PP_PASSWORD_TOO_LONG", text: "the new password is too long", advice: .tryAgain),
  ]
}
