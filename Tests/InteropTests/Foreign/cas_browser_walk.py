"""Walks every page of Examples/cas-protected-site in a real Chromium, and looks at each.

    cas_browser_walk.py --site PROGRAM [--school PROGRAM] [--chromium PROGRAM] [--screenshots FOLDER]

The CAS server is a stub, which can be told to misbehave; with --school, it is the issuer of `trousse school serve`, to
which the site is declared, and whose own pages are looked at too. Prints {"pages": [...], "failures": [...]} and ends
with 1 if anything is wrong. Needs nothing but Python and Chromium.
"""

import argparse
import contextlib
import json
import os
import sys
import tempfile

from chromium import Chromium
from issuer_walk import IssuerWalk
from own_programs import School, Site, free_port
from site_walk import Walk, expect, failures, pages
from stub_cas import StubCAS


class StubWalk(Walk):
    def sign_in(self, user):
        """Fills in the form of the CAS server."""
        expect(self.browser.run("document.title") == "Stub CAS", "the form of the CAS server is not shown")
        fields = json.dumps([user, "secret"])
        self.browser.run(f"[...document.querySelectorAll('input')].forEach((e, i) => e.value = {fields}[i])")
        self.browser.click("Sign in")

    def run(self, server):
        browser, site = self.browser, self.site
        browser.open(site + "/")
        expect("You are not signed in." in self.look("home", 200), "home: does not say that nobody has signed in")
        browser.press_tab()
        expect(browser.run("document.activeElement.className") == "skip", "home: the first stop is not the skip link")
        browser.press_tab()
        outline = browser.run("getComputedStyle(document.activeElement).outlineStyle")
        expect(outline == "solid", "home: the focus cannot be seen")

        browser.open(site + "/protected")
        expect("people who have signed in" in self.look("refused", 401), "protected: does not say whom it is for")
        browser.click("Sign in")
        self.sign_in("lou")
        text = self.look("protected", 200)
        for part in ("lou", "lou@school.example", "pupils", "choir & drama", "Lou Élan"):
            expect(part in text, f"protected: does not show {part}")
        expect(browser.run("location.href") == site + "/protected", "protected: another address than asked for")

        browser.open(site + "/login")
        expect(browser.run("location.pathname") == "/protected", "login: who has signed in is sent away")
        browser.open(site + "/")
        expect("signed in as lou" in self.look("home-signed-in", 200), "home: does not greet who has signed in")
        expect(browser.run("document.cookie") == "", "a script can read the session")
        browser.click("Sign out")
        expect("You are not signed in." in browser.run("document.body.innerText"), "signing out leaves somebody signed in")
        browser.open(site + "/protected")
        expect(browser.responses[-1]["status"] == 401, "protected: still open after signing out")

        browser.open(site + "/login")
        self.sign_in("<script>alert(1)</script>")
        text = self.look("hostile-name", 200)
        for part in ("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "onfocus=alert(3)"):
            expect(part in text, f"hostile-name: {part} is not shown as text")
        browser.click("Sign out")

        browser.open(site + "/login")
        self.sign_in("bare")
        expect("nothing else" in self.look("no-attributes", 200), "no-attributes: does not say so")
        # Somebody signs out elsewhere: the server ends every session of that login.
        for session in list(server.sessions):
            server.end_session(session)
        browser.open(site + "/protected")
        expect(browser.responses[-1]["status"] == 401, "single logout: the session goes on")

        browser.open(site + "/login")
        self.sign_in("refused")
        expect("INVALID_TICKET" in self.look("twice-refused", 401), "twice-refused: does not say why")
        browser.open(site + "/nowhere")
        self.look("not-found", 404)

        # A login is under way when the server goes down.
        browser.open(server.url + "/logout")
        browser.open(site + "/login")
        service = browser.run("new URL(location.href).searchParams.get('service')")
        server.is_down = True
        browser.open(service + "&ticket=ST-1")
        expect("Try again" in self.look("server-down", 502), "server-down: does not offer to try again")


def with_stub(options, folder, browser):
    server = StubCAS().start()
    with Site(options.site, folder, server.url, free_port(), SECRET_KEY="a key for a walk in the browser") as site:
        StubWalk(browser, site.base, options.screenshots).run(server)


def with_school(options, folder, browser):
    port = free_port()
    declared = [f"http://127.0.0.1:{port}/login", f"http://127.0.0.1:{port}/"]
    with contextlib.ExitStack() as stack:
        school = stack.enter_context(School(options.school, folder, declared))
        site = stack.enter_context(
            Site(options.site, folder, school.cas, port, is_exact=True, SECRET_KEY="a key that outlives a restart")
        )
        other = Chromium(options.chromium, folder + "/other-profile")
        stack.callback(other.close)
        IssuerWalk(browser, site.base, options.screenshots).run(school, site, other)
        expect(not other.dialogs, f"scripts of strangers ran: {other.dialogs}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", required=True)
    parser.add_argument("--school")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--screenshots")
    options = parser.parse_args()
    if options.screenshots:
        os.makedirs(options.screenshots, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Chromium(options.chromium, folder + "/profile")
        try:
            (with_school if options.school else with_stub)(options, folder, browser)
            expect(not browser.dialogs, f"scripts of strangers ran: {browser.dialogs}")
        except (TimeoutError, RuntimeError) as error:
            failures.append(str(error))
        finally:
            browser.close()
    print(json.dumps({"pages": pages, "failures": failures}, indent=1, ensure_ascii=False))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
