"""The accounts. The password is the user name."""

from cas_server.auth import AuthUser

USERS = {
    "alice": {
        "note": "two values of one attribute",
        "attributes": {"cn": "Alice Liddell", "email": "alice@example.test", "affiliation": ["member", "student"]},
    },
    "bob": {
        "note": "nothing special",
        "attributes": {"cn": "Bob", "email": "bob@example.test", "affiliation": ["staff"]},
    },
    "zoé": {
        "note": "letters outside ASCII",
        "attributes": {"cn": "Zoé Lefèvre-Œuf", "email": "zoe@example.test", "emoji": "🎓"},
    },
    "evil": {
        "note": "values that break careless readers of XML",
        "attributes": {
            "cn": "a < b & c > d \"q\" 'p'",
            "email": "evil@example.test",
            "note": "<cas:user>admin</cas:user>",
            "multi": ["one", "", "  spaced  ", "line1\nline2"],
        },
    },
    "admin<!--x-->.evil": {"note": "a comment in the name", "attributes": {"cn": "comment in the name"}},
    "plain": {"note": "no attributes", "attributes": {}},
}


class Users(AuthUser):
    def test_password(self, password):
        return self.username in USERS and password == self.username

    def attributs(self):
        return USERS.get(self.username, {}).get("attributes", {})
