"""Examples/cas-protected-site with a CAS server: two browsers sign in, the site restarts, one of them signs out.

    cas_site_sessions.py --site PROGRAM [--cas URL --user NAME --password WORD --port N --path /app/login]
    cas_site_sessions.py --site PROGRAM --school PROGRAM --user NAME --password WORD [--declared]

The server at --cas has to know http://127.0.0.1:N and the path as a service. With --school, the server is the issuer of
`trousse school serve`, which works for everything on this machine, or for nothing but the site's exact addresses. Without
either, it is our stub. LemonLDAP::NG 2.21.3 names no ticket at the single logout of a login that was validated by SAML, so
--protocol saml fails there at that step. Prints {"steps": [...], "failures": [...]} and ends with 1 if anything is wrong.
Needs nothing but Python.
"""

import argparse
import contextlib
import html.parser
import http.cookiejar
import json
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

from own_programs import School, Site, free_port
from stub_cas import StubCAS

failures = []
steps = []


def check(condition, text):
    (steps if condition else failures).append(text)


class Page(html.parser.HTMLParser):
    """The first form with a password, the pictures, and the text of a page."""

    def __init__(self, text):
        super().__init__()
        self.forms, self.pictures = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form":
            self.forms.append((values, {}))
        elif tag == "input" and self.forms and values.get("name"):
            if values.get("type", "text") not in ("submit", "checkbox"):
                self.forms[-1][1][values["name"]] = (values.get("type"), values.get("value") or "")
        elif tag in ("img", "iframe"):
            self.pictures.append(values.get("src") or "")


class Browser(urllib.request.HTTPRedirectHandler):
    def __init__(self):
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), self)
        self.visited = []

    def redirect_request(self, request, *arguments):
        self.visited.append(arguments[-1])
        return super().redirect_request(request, *arguments)

    def open(self, url, fields=None):
        body = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(url, body, {"Accept": "text/html", "Accept-Language": "en"})
        try:
            answer = self.opener.open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        return answer.status, answer.url, answer.read().decode("utf-8", "replace")

    def sign_in(self, url, user, password):
        status, address, text = self.open(url)
        form, inputs = next(f for f in Page(text).forms if any(kind == "password" for kind, _ in f[1].values()))
        fields = {}
        for name, (kind, value) in inputs.items():
            fields[name] = password if kind == "password" else value if kind == "hidden" else user
        return self.open(urllib.parse.urljoin(address, form.get("action") or address), fields)


def walk(site, cas, options):
    base, login = site.base, site.login
    first, second = Browser(), Browser()
    status, _, text = first.open(base + "/protected")
    check(status == 401 and "Please sign in" in text, "nobody sees the protected page")
    for browser in (first, second):
        status, address, text = browser.sign_in(login, options.user, options.password)
        check(status == 200 and address == base + "/protected" and options.user in text, "signed in")
    callback = next((u for u in first.visited if u.startswith(login) and "ticket=" in u), None)
    check(callback is not None, "the server came back with a ticket")

    thief = Browser()
    thief.open(callback or base)
    check(thief.open(base + "/protected")[0] == 401, "a spent ticket from another browser signs nobody in")

    site.stop()
    site.start()
    for browser in (first, second):
        browser.visited.clear()
        status, _, text = browser.open(base + "/protected")
        check(status == 200 and options.user in text and not browser.visited, "still signed in after a restart")

    # Out of the CAS server, not out of the site: the server has to tell it. Some do so by pictures in their page.
    _, address, text = first.open(cas + "/logout")
    for picture in Page(text).pictures:
        if "relay" in picture:
            first.open(urllib.parse.urljoin(address, picture))
    check(first.open(base + "/protected")[0] == 401, "single logout ended the session")
    check(second.open(base + "/protected")[0] == 200, "and no other")

    second.open(base + "/logout")
    check(second.open(base + "/protected")[0] == 401, "signed out of the site")
    second.visited.clear()
    second.open(login)
    check(not any("ticket=" in url for url in second.visited), "and out of the server")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", required=True)
    parser.add_argument("--cas")
    parser.add_argument("--school")
    parser.add_argument("--declared", action="store_true")
    parser.add_argument("--user", default="lou")
    parser.add_argument("--password", default="secret")
    parser.add_argument("--port", type=int)
    parser.add_argument("--path", default="/login")
    parser.add_argument("--protocol", default="3")
    options = parser.parse_args()
    port = options.port or free_port()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        try:
            cas = options.cas
            if options.school:
                # Where browsers come back to with a ticket, and where they go after signing out.
                addresses = [f"http://127.0.0.1:{port}{path}" for path in (options.path, "/")]
                school = School(options.school, folder, addresses if options.declared else [])
                cas = stack.enter_context(school).cas
            elif not cas:
                cas = StubCAS().start().url
            site = stack.enter_context(
                Site(options.site, folder, cas, port, options.path, options.declared, CAS_PROTOCOL=options.protocol)
            )
            walk(site, cas, options)
        except (StopIteration, OSError, RuntimeError) as error:
            failures.append(f"{type(error).__name__}: {error}")
    print(json.dumps({"steps": steps, "failures": failures}, indent=1))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
