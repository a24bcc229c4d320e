"""A CAS server that is just large enough to sign in a browser: form, session, tickets, validation, logout.

Every user's password is "secret". The user "refused" gets tickets that are never accepted. It logs nothing.
"""

import http.server
import secrets
import threading
import urllib.parse
import urllib.request
from html import escape

ATTRIBUTES = {
    "lou": [("mail", "lou@school.example"), ("memberOf", "pupils"), ("memberOf", "choir & drama"), ("displayName", "Lou Élan")],
    "<script>alert(1)</script>": [("displayName", "<img src=x onerror=alert(2)>"), ('"\u0338 autofocus onfocus=alert(3) x', "y")],
    "bare": [],
}
NAMESPACE = "http://www.yale.edu/tp/cas"


class StubCAS(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.tickets = {}
        self.sessions = {}
        self.lock = threading.Lock()
        self.is_down = False
        self.url = f"http://127.0.0.1:{self.server_address[1]}/cas"

    def start(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def issue(self, user, service, session=None):
        ticket = "ST-" + secrets.token_hex(16)
        with self.lock:
            self.tickets[ticket] = (user, service)
            if session in self.sessions:
                self.sessions[session][1].append((ticket, service))
        separator = "&" if "?" in service else "?"
        return ticket, f"{service}{separator}ticket={ticket}"

    def end_session(self, session):
        """Single logout: a POST to every service that got a ticket."""
        with self.lock:
            _, issued = self.sessions.pop(session, (None, []))
        for ticket, service in issued:
            xml = (
                '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-1" Version="2.0" '
                f'IssueInstant="2026-11-25T12:00:00Z"><samlp:SessionIndex>{ticket}</samlp:SessionIndex></samlp:LogoutRequest>'
            )
            body = urllib.parse.urlencode({"logoutRequest": xml}).encode()
            try:
                urllib.request.urlopen(service, body, timeout=10).read()
            except OSError:
                pass


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def reply(self, status, body="", content_type="text/html; charset=utf-8", **headers):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def session(self):
        for part in self.headers.get("Cookie", "").split(";"):
            name, _, value = part.strip().partition("=")
            if name == "TGC" and value in self.server.sessions:
                return value
        return None

    def do_GET(self):
        if self.server.is_down:
            self.close_connection = True
            return
        address = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(address.query))
        if address.path == "/cas/login":
            self.login(query)
        elif address.path in ("/cas/serviceValidate", "/cas/p3/serviceValidate"):
            self.validate(query)
        elif address.path == "/cas/logout":
            self.server.end_session(self.session())
            self.reply(302, Location=query.get("service", "/cas/login"), Set_Cookie="TGC=; Max-Age=0; Path=/")
        else:
            self.reply(404, "<!DOCTYPE html><title>Not found</title>")

    def login(self, query):
        service = query.get("service", "")
        session = self.session()
        if session and not query.get("renew"):
            _, location = self.server.issue(self.server.sessions[session][0], service, session)
            self.reply(302, Location=location)
        elif query.get("gateway"):
            self.reply(302, Location=service)
        else:
            self.reply(
                200,
                '<!DOCTYPE html><html lang="en"><title>Stub CAS</title><form method="post"><input name="username">'
                '<input name="password" type="password"><button>Sign in</button></form></html>',
            )

    def do_POST(self):
        address = urllib.parse.urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        fields = dict(urllib.parse.parse_qsl(body))
        service = dict(urllib.parse.parse_qsl(address.query)).get("service", "")
        if address.path != "/cas/login" or fields.get("password") != "secret":
            return self.reply(401, "<!DOCTYPE html><title>Wrong password</title>")
        session = secrets.token_hex(16)
        with self.server.lock:
            self.server.sessions[session] = (fields["username"], [])
        _, location = self.server.issue(fields["username"], service, session)
        self.reply(302, Location=location, Set_Cookie=f"TGC={session}; Path=/; HttpOnly")

    def validate(self, query):
        with self.server.lock:
            user, service = self.server.tickets.pop(query.get("ticket"), (None, None))
        if user is None or user == "refused":
            content = '<cas:authenticationFailure code="INVALID_TICKET">ticket not recognized</cas:authenticationFailure>'
        elif service != query.get("service"):
            content = '<cas:authenticationFailure code="INVALID_SERVICE">another service</cas:authenticationFailure>'
        else:
            # Name and value in XML attributes, because a name like the hostile one cannot be an element's.
            values = "".join(
                f'<cas:attribute name="{escape(name)}" value="{escape(value)}"/>' for name, value in ATTRIBUTES.get(user, [])
            )
            content = f"<cas:authenticationSuccess><cas:user>{escape(user)}</cas:user>{values}</cas:authenticationSuccess>"
        self.reply(200, f'<cas:serviceResponse xmlns:cas="{NAMESPACE}">{content}</cas:serviceResponse>', "text/xml")
