import LemonLDAP
import Testing

/// The pages of two releases, each with what it is for a sign-in.
@Suite(.enabled(if: Samples.areThere, "there are no samples beside the project")) struct SampleTests {
  /// What both releases agree on.
  private static let common = [
    "2fchoice": "choice of totp mail", "2fregisters-totp": "other", "cas-forbidden": "other, 84",
    "cas-gateway-unknown": "login, 107", "cas-logout-foreign": "other, 108",
    "cas-logout-url": "information 'back2CasUrl'", "cas-strong": "renewal 102", "cas-unknown-service": "other, 107",
    "error-1-stale-session": "login with token, 1", "error-109-foreign-url": "login, 109",
    "error-2-empty": "login with token, 2", "error-2-totp-empty": "other, 2", "error-37-bad-url": "other, 37",
    "error-40-malformed-user": "login with token, 40", "error-41-banned": "login, 41",
    "error-41-closed": "information 'Closed for you, Clo Sed'", "error-5-wrong-password": "login with token, 5",
    "error-81-no-token": "login with token, 81", "error-82-bad-token": "login with token, 82",
    "error-82-totp-token-spent": "other, 82", "error-86-locked": "other, 86, wait 10", "error-88-no-mail": "other, 88",
    "error-96-totp-wrong": "other, 96", "info-checklogins": "information ''", "lmerror-403": "other",
    "login-form": "login with token, 9", "logout": "other, 47", "mail2fcheck": "code of mail",
    "mail2fresend-too-soon": "code of mail, too soon", "menu": "other", "notification": "notice 'I accept the terms'",
    "notification-accept": "other", "oidc-consent": "confirmation", "oidc-logout": "confirmation",
    "stay-totp-form": "code of totp", "totp2fcheck": "code of totp",
  ]

  /// What they differ in.
  private static let own = [
    "2.16": [
      "2fchoice-bad-method": "other", "cas-bad-service": "other, 24", "checkbrowser-form": "check",
      "error-81-totp-no-token": "login with token, 81", "error-82-resend-bad-token": "login with token, 82",
      "registerbrowser": "registration",
    ],
    "2.21": [
      "2fchoice-bad-method": "login, 24", "auto-challenge": "check by TOTP", "cas-bad-service": "other, 37",
      "checkbrowser-form": "check by TOTP", "checkbrowser-wrong": "other, 24",
      "error-81-resend-no-token": "other, 81", "error-81-totp-no-token": "login, 81",
      "registerbrowser": "registration, secret of 32", "retry-wrong-1": "code of totp, 110",
    ],
  ]

  @Test(arguments: own.keys.sorted()) func `Every page is what it is`(release: String) throws {
    let expected = Self.common.merging(Self.own[release] ?? [:]) { _, own in own }
    #expect(try Samples.pages(of: release) == Set(expected.keys))
    for (name, outcome) in expected {
      #expect(try Samples.page(release, name).outcome == outcome, "\(name)")
    }
  }

  @Test(arguments: own.keys.sorted()) func `A form of a code can be sent again where there is a button`(
    release: String
  ) throws {
    for name in ["mail2fcheck", "mail2fresend-too-soon", "totp2fcheck"] {
      guard case .code(let form, _) = try Samples.page(release, name).kind else {
        Issue.record("\(name) is no form of a code")
        continue
      }
      #expect(form.canBeSentAgain == (name != "totp2fcheck"), "\(name)")
    }
  }

  @Test(arguments: own.keys.sorted()) func `A notice is read, title first`(release: String) throws {
    #expect(try Samples.page(release, "notification").noticeText == "Please read\nTerms have changed.")
  }
}
