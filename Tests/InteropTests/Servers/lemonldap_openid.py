"""The OpenID Connect issuer of a LemonLDAP::NG portal, and the applications that it knows."""

import subprocess

# The issuer shares these attributes, under the names of OpenID Connect.
CLAIMS = {"email": "mail", "name": "cn", "family_name": "sn", "given_name": "givenName", "preferred_username": "uid"}
PREFIX = "oidcRPMetaDataOptions"


class Client:
    """A declared application: its name, and `redirect=URI` at least once."""

    USAGE = "ID redirect=URI [secret=S] [consent] [pkce] [refresh] [sign=ALGORITHM] [logout=URI] [only=USER] [title=T]"
    FLAGS = ("consent", "pkce", "refresh")
    VALUES = ("secret", "sign", "logout", "only", "title")

    def __init__(self, text):
        self.id, *rights = text.split()
        self.redirects = []
        self.consent = self.pkce = self.refresh = False
        self.secret = self.logout = self.only = None
        self.title, self.sign = self.id, "RS256"
        for right in rights:
            name, _, value = right.partition("=")
            if name == "redirect" and value:
                self.redirects.append(value)
            elif name in self.FLAGS and not value:
                setattr(self, name, True)
            elif name in self.VALUES and value:
                setattr(self, name, value)
            else:
                raise ValueError(right)
        if not self.redirects:
            raise ValueError(text)

    def options(self):
        """As the portal's configuration has it."""
        values = {
            "ClientID": self.id,
            "DisplayName": self.title,
            "IDTokenSignAlg": self.sign,
            "RedirectUris": " ".join(self.redirects),
            "BypassConsent": 0 if self.consent else 1,
            "RequirePKCE": 1 if self.pkce else 0,
            "RefreshToken": 1 if self.refresh else 0,
            "AllowOffline": 1 if self.refresh else 0,
        }
        if self.secret:
            values["ClientSecret"] = self.secret
        else:
            values["Public"] = 1
        if self.logout:
            values["PostLogoutRedirectUris"] = self.logout
        if self.only:
            values["Rule"] = "$uid eq '%s'" % self.only
        return {PREFIX + name: value for name, value in values.items()}


def configuration(supervision, clients, refused):
    """What turns the issuer on, with a new key."""
    private, public = _key(supervision)
    names = {client.id: client.options() for client in clients}
    return {
        "issuerDBOpenIDConnectActivation": 1,
        "issuerDBOpenIDConnectPath": "^/oauth2/",
        "issuerDBOpenIDConnectRule": "$uid ne '%s'" % refused if refused else 1,
        "oidcServicePrivateKeySig": private,
        "oidcServicePublicKeySig": public,
        "oidcServiceKeyIdSig": "first",
        "oidcServiceAllowAuthorizationCodeFlow": 1,
        "oidcServiceAllowImplicitFlow": 0,
        "oidcServiceAllowHybridFlow": 0,
        "oidcRPMetaDataOptions": names,
        "oidcRPMetaDataExportedVars": {name: CLAIMS for name in names},
    }


def _key(supervision):
    private = supervision.path("openid.key")
    texts = []
    for command in (
        ["genpkey", "-quiet", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", private],
        ["rsa", "-in", private],
        ["rsa", "-in", private, "-pubout"],
    ):
        made = subprocess.run(["openssl", *command], capture_output=True, text=True)
        if made.returncode:
            supervision.fail("openssl made no key: " + made.stderr)
        texts.append(made.stdout)
    return texts[1], texts[2]
