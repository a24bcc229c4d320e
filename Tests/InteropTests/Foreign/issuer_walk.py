"""The walk through the example site whose CAS server is the school's own issuer."""

import json

from site_walk import Walk, expect

SCHOOL = "COLLÈGE DES TROIS RIVIÈRES"
USER, PASSWORD = "demonstration", "pronotevs"


class IssuerWalk(Walk):
    def look_at_issuer(self, name, status):
        return self.look(name, status, whose=f" - {SCHOOL}")

    def sign_in(self, browser, user, password, warns=False):
        """Fills in the issuer's form, which has to be there."""
        fields = json.dumps({"username": user, "password": password})
        browser.run(f"Object.entries({fields}).forEach(([name, value]) => document.getElementById(name).value = value)")
        if warns:
            browser.run("document.getElementById('warn').checked = true")
        browser.click("Sign in")

    def status(self, browser, path):
        """Opens a page of the site, and brings its status."""
        browser.open(self.site + path)
        return browser.responses[-1]["status"]

    def run(self, school, site, other):
        browser = self.browser
        browser.open(self.site + "/protected")
        browser.click("Sign in")
        text = self.look_at_issuer("issuer-form", 200)
        expect(site.login in text, "issuer-form: does not say where the user is going")
        self.sign_in(browser, USER, "not this one")
        text = self.look_at_issuer("issuer-wrong-password", 401)
        expect("The user name or the password is wrong." in text, "issuer-wrong-password: does not say so")
        self.sign_in(browser, USER, PASSWORD)
        expect(browser.run("location.href") == self.site + "/protected", "protected: another address than asked for")
        text = self.look("protected", 200)
        for part in (USER, "fanny.parent@eleve.example", "memberOf", "student", "3A"):
            expect(part in text, f"protected: does not show {part}")
        expect(browser.run("document.cookie") == "", "a script can read the session")
        browser.open(school.cas + "/login")
        expect(USER in self.look_at_issuer("issuer-signed-in", 200), "issuer-signed-in: does not say as whom")

        self.restart(site)
        self.single_logout(school, other)
        self.warning(school)
        browser.open(f"{school.cas}/login?service={self.site}/elsewhere")
        expect("not declared" in self.look_at_issuer("issuer-undeclared", 403), "issuer-undeclared: does not say why")
        self.outage(school, site)

    def restart(self, site):
        """The site forgets nobody when it starts anew, and asks the issuer nothing."""
        site.stop()
        site.start()
        seen = len(self.browser.responses)
        expect(self.status(self.browser, "/protected") == 200, "restart: nobody is signed in any more")
        visited = [response["url"] for response in self.browser.responses[seen:]]
        expect(visited == [self.site + "/protected"], f"restart: the browser went to {visited}")
        self.browser.open(self.site + "/")
        expect(f"signed in as {USER}" in self.look("home-signed-in", 200), "restart: does not greet who was signed in")

    def single_logout(self, school, other):
        """Two browsers of one user; one signs out of the issuer, and later the other of the site."""
        browser = self.browser
        other.open(self.site + "/login")
        self.sign_in(other, USER, PASSWORD)
        expect(self.status(other, "/protected") == 200, "single logout: the other browser is not signed in")
        browser.open(school.cas + "/logout")
        self.look_at_issuer("issuer-signed-out", 200)
        expect(self.status(browser, "/protected") == 401, "single logout: the session goes on")
        expect(self.status(other, "/protected") == 200, "single logout: another session has ended")
        other.open(self.site + "/")
        other.click("Sign out")
        expect(other.run("location.href") == self.site + "/", "signing out: does not lead back to the site")
        expect("You are not signed in." in other.run("document.body.innerText"), "signing out: somebody is signed in")
        other.open(self.site + "/login")
        expect(other.run("document.getElementById('password') !== null"), "signing out: not out of the issuer")

    def warning(self, school):
        """Whoever wants to be asked before every ticket is asked."""
        browser = self.browser
        browser.open(self.site + "/login")
        self.sign_in(browser, "dwho", "dwho", warns=True)
        expect("dwho" in browser.run("document.body.innerText"), "warning: nobody is signed in")
        # The site forgets the browser. The issuer does not: its cookie is for another path.
        for cookie in browser.call("Network.getCookies", urls=[self.site + "/"])["cookies"]:
            browser.call("Network.deleteCookies", name=cookie["name"], url=self.site)
        expect(self.status(browser, "/protected") == 401, "warning: the site has not forgotten the browser")
        browser.open(self.site + "/login")
        expect("dwho" in self.look_at_issuer("issuer-confirmation", 200), "issuer-confirmation: does not say who")
        browser.click("Go on")
        expect(browser.run("location.href") == self.site + "/protected", "issuer-confirmation: does not lead on")
        browser.open(school.cas + "/logout")
        expect(self.status(browser, "/protected") == 401, "warning: single logout does not reach that session")

    def outage(self, school, site):
        """A login is under way when the issuer goes down."""
        self.browser.open(site.login)
        expect(self.browser.run("location.pathname") == "/cas/login", "server-down: the login is not under way")
        school.stop()
        self.browser.open(site.login + "?ticket=ST-1")
        expect("Try again" in self.look("server-down", 502), "server-down: does not offer to try again")
