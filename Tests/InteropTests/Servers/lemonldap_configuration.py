"""The configuration of a LemonLDAP::NG portal: everything it writes lies in the work folder."""

import json
import os
import time

import lemonldap_openid

TOTP_SECRETS = {"rtyler": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "davros": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}

# The password is the user name. What lemonldap.psgi adds to the demonstration accounts of LemonLDAP::NG goes here too.
NOTES = {
    "msmith": ("no second factor", None),
    "dwho": ("mail code", "dwho@badwolf.org"),
    "rtyler": ("one-time password", "rtyler@badwolf.org"),
    "davros": ("mail code or one-time password", "davros@skaro.test"),
    "nomail": ("mail code without an address", None),
    "bforce": ("for wrong passwords", None),
    "notif": ("has a notice to accept", None),
    "banned": ("refused by a rule", None),
    "closed": ("refused by a rule with a message", None),
    "zoe": ("letters outside ASCII", None),
    "attrs": ("three values of one attribute", None),
    "markup": ("an attribute that adds a second user to the answer", None),
    "broken": ("an attribute that breaks the answer", None),
}
SECOND_FACTORS = ("dwho", "rtyler", "davros", "nomail")
EXPORTED = ("cn", "mail", "uid", "affiliation", "note")


def accounts(options):
    """The accounts, as the line on standard output lists them."""
    listed = []
    for name, (note, mail) in NOTES.items():
        account = {"username": name, "password": name, "note": note}
        if name in SECOND_FACTORS and not options.second_factors:
            account["note"] = "no second factor"
        elif mail:
            account["mail"] = mail
            if name in TOTP_SECRETS:
                account["totp"] = TOTP_SECRETS[name]
        listed.append(account)
    return listed


def write(supervision, options, version, portal, mail_port):
    """Writes everything that the portal reads at its start."""
    for folder in ("sessions/lock", "persistent/lock", "cache", "notifications"):
        os.makedirs(supervision.path(folder), exist_ok=True)
    supervision.write("lemonldap-ng.ini", _ini(supervision, options))
    supervision.write("configuration/lmConf-1.json", json.dumps(_portal(supervision, options, version, portal, mail_port)))
    if options.notices:
        notice = {
            "uid": "notif",
            "date": "2024-01-01",
            "reference": "welcome",
            "title": "Please read",
            "text": "Terms have changed.",
            "check": ["I accept the terms"],
        }
        # The name: date, user, and the reference in base64.
        supervision.write("notifications/20240101_notif_d2VsY29tZQ==.json", json.dumps([notice]))


def _ini(supervision, options):
    cache = {
        "namespace": "lemonldap-ng-config",
        "default_expires_in": 600,
        "directory_umask": "007",
        "cache_root": supervision.path("cache"),
        "cache_depth": 3,
    }
    return """[all]
logLevel = error
logger = Lemonldap::NG::Common::Logger::Std
userLogger = Lemonldap::NG::Common::Logger::Std
checkTime = 600
[configuration]
type = File
dirName = %s
localStorage = Cache::FileCache
localStorageOptions = {%s}
[portal]
portalSkin = bootstrap
staticPrefix = /static
templateDir = %s
languages = en, fr
""" % (
        supervision.path("configuration"),
        ",".join("'%s'=>'%s'" % pair for pair in cache.items()),
        os.path.join(options.root, "usr/share/lemonldap-ng/portal/templates"),
    )


def _portal(supervision, options, version, portal, mail_port):
    # Releases from 2.18 excuse a known browser from the second factor. Before, all that was on offer is to stay
    # connected.
    minor = int(version.split(".")[1])
    knows_browsers = minor >= 18
    configuration = {
        "cfgNum": 1,
        "cfgAuthor": "trousse",
        "cfgDate": str(int(time.time())),
        "cfgVersion": version,
        "cfgLog": "",
        "portal": portal,
        "domain": "127.0.0.1",
        "cookieName": "lemonldap",
        "securedCookie": 1 if options.tls else 0,
        "httpOnly": 1,
        "key": "for the loopback interface only!",
        "whatToTrace": "_whatToTrace",
        "macros": {"_whatToTrace": "lc($_user)"},
        "groups": {},
        "exportedVars": {},
        "authentication": "Demo",
        "userDB": "Same",
        "passwordDB": "Demo",
        "demoExportedVars": {name: name for name in (*EXPORTED, "sn", "givenName")},
        "portalDisplayRegister": 0,
        "portalDisplayResetPassword": 0,
        "portalCheckLogins": 1,
        "portalDisplayLoginHistory": 1,
        "portalErrorOnExpiredSession": 1,
        # A login older than this many seconds is no fresh one for a service that asked for renewal.
        "portalForceAuthnInterval": options.fresh_seconds,
        "upgradeSession": 1,
        "applicationList": {},
        "locationRules": {"127.0.0.1": {"default": "accept"}},
        "exportedHeaders": {},
        "trustedDomains": "",
        # For so many seconds a worker that knew a session does not look whether another one has ended it. 15 by default,
        # and then it is chance what a test of signing out sees.
        "handlerInternalCache": 0,
        # Forms and wrong passwords
        "requireToken": 1,
        "formTimeout": options.form_seconds,
        "loginHistoryEnabled": 1,
        "failedLoginNumber": 5,
        "bruteForceProtection": 1,
        "bruteForceProtectionTempo": options.lock_seconds,
        "bruteForceProtectionMaxFailed": 3,
        "grantSessionRules": {
            "##notbanned": "$uid ne 'banned'",
            "'Closed for you, ' . $cn##message": "$uid ne 'closed'",
        },
        # Releases before 2.20 load the module even when it is off; lemonldap.psgi has an empty one.
        "captcha": "::Captcha::None",
        "stayConnected": 1 if options.stay_connected or (options.second_factors and not knows_browsers) else 0,
        "stayConnectedCookieName": "llngconnection",
        "stayConnectedTimeout": 2592000,
    }
    configuration.update(_storage(supervision))
    configuration.update(_cas(options))
    if options.client:
        configuration.update(lemonldap_openid.configuration(supervision, options.client, options.no_openid))
    if knows_browsers:
        configuration.update(trustedBrowserRule=1, trustedBrowserUseTotp=1)
    if options.notices:
        configuration.update(
            notification=1,
            notificationStorage="File",
            notificationStorageOptions={"dirName": supervision.path("notifications")},
        )
    if options.second_factors:
        configuration.update(_second_factors(options, mail_port, " and not $_trustedBrowser" if knows_browsers else ""))
    return configuration


def _storage(supervision):
    def files(folder):
        return {"Directory": supervision.path(folder), "LockDirectory": supervision.path(folder, "lock")}

    generator = {"generateModule": "Lemonldap::NG::Common::Apache::Session::Generate::SHA256"}
    return {
        "globalStorage": "Apache::Session::File",
        "globalStorageOptions": {**files("sessions"), **generator},
        "persistentStorage": "Apache::Session::File",
        "persistentStorageOptions": files("persistent"),
        "localSessionStorage": "Cache::FileCache",
        "localSessionStorageOptions": {
            "cache_depth": 3,
            "cache_root": supervision.path("cache"),
            "default_expires_in": 600,
            "directory_umask": "007",
            "namespace": "lemonldap-ng-sessions",
        },
    }


def _cas(options):
    applications = {}
    for number, service in enumerate(options.service, 1):
        rights = {
            "casAppMetaDataOptionsService": service.url,
            "casAppMetaDataOptionsLogout": 1 if service.logout else 0,
            "casAppMetaDataOptionsAllowProxy": 1 if service.proxy else 0,
        }
        if service.user:
            rights["casAppMetaDataOptionsUserAttribute"] = service.user
        if service.level:
            rights["casAppMetaDataOptionsAuthnLevel"] = int(service.level)
        if service.only:
            rights["casAppMetaDataOptionsRule"] = "$uid eq '%s'" % service.only
        applications["service%d" % number] = rights
    return {
        "issuerDBCASActivation": 1,
        "issuerDBCASPath": "^/cas/",
        "issuerDBCASRule": 1,
        "casAccessControlPolicy": "error",
        "casBackChannelSingleLogout": 1,
        "casTicketExpiration": options.ticket_seconds,
        "casStrictMatching": 1,
        "casAttr": "uid",
        "casAppMetaDataOptions": applications,
        "casAppMetaDataExportedVars": {name: {key: key for key in EXPORTED} for name in applications},
    }


def _second_factors(options, mail_port, unless):
    return {
        "totp2fActivation": "has2f('TOTP')" + unless,
        "totp2fSelfRegistration": "$uid ne 'msmith'",
        "totp2fIssuer": "loopback",
        "totp2fDigits": 6,
        "totp2fInterval": 30,
        "totp2fRange": 1,
        "mail2fActivation": "$uid =~ /^(dwho|davros|nomail)$/" + unless,
        "mail2fCodeRegex": "\\d{6}",
        "mail2fTimeout": options.form_seconds,
        "mail2fResendInterval": options.resend_seconds,
        "mailSessionKey": "mail",
        "sfRequired": 0,
        "sfRetries": options.retries,
        "max2FDevices": 10,
        "max2FDevicesNameLength": 20,
        "SMTPServer": "127.0.0.1",
        "SMTPPort": mail_port,
        "SMTPTLS": "",
        "mailFrom": "noreply@loopback.test",
        "mailCharset": "utf-8",
        "mailSubject": "",
    }
