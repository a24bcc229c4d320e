"""A browser and a service for the programs that drive foreign CAS clients."""

import html.parser
import http.server
import threading
import urllib.parse

import requests


class Forms(html.parser.HTMLParser):
    """The forms of a page: where they go, and what they hold."""

    def __init__(self, text):
        super().__init__()
        self.forms = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.forms.append({"action": attributes.get("action", ""), "fields": {}})
        elif tag == "input" and self.forms and "name" in attributes and attributes.get("type") != "checkbox":
            self.forms[-1]["fields"][attributes["name"]] = attributes.get("value") or ""


class Browser:
    """Follows redirects as a person's browser does, and fills in the issuer's form when it comes."""

    def __init__(self, username, password):
        self.session = requests.Session()
        self.session.trust_env = False
        self.username = username
        self.password = password
        self.forms_filled = 0

    def visit(self, url):
        """Opens an address, and signs in where that is asked for."""
        answer = self.session.get(url, timeout=20)
        forms = Forms(answer.text).forms
        if not forms or "password" not in forms[0]["fields"]:
            return answer
        self.forms_filled += 1
        fields = dict(forms[0]["fields"], username=self.username, password=self.password)
        return self.session.post(urllib.parse.urljoin(answer.url, forms[0]["action"]), data=fields, timeout=20)

    def ticket(self, url):
        """The ticket in the address that the browser ends up at."""
        answer = self.visit(url)
        query = urllib.parse.urlsplit(answer.url).query
        return urllib.parse.parse_qs(query)["ticket"][0]


class Service:
    """A web application on a free port: notes the callbacks and the ends of sessions that it is told of."""

    def __init__(self):
        service = self
        self.granting_tickets = {}
        self.logout_requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urllib.parse.urlsplit(self.path)
                query = urllib.parse.parse_qs(parts.query)
                if parts.path == "/pgt" and "pgtIou" in query:
                    service.granting_tickets[query["pgtIou"][0]] = query["pgtId"][0]
                self.answer(b"welcome" if parts.path != "/broken" else b"", 200 if parts.path != "/broken" else 500)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                fields = urllib.parse.parse_qs(body, strict_parsing=True)
                service.logout_requests.append({"path": self.path, "xml": fields["logoutRequest"][0]})
                self.answer(b"", 200)

            def answer(self, body, status):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
