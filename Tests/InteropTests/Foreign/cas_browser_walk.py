"""Walks every page of Examples/cas-protected-site in a real Chromium, against a stub CAS server, and looks at each.

    cas_browser_walk.py --site PROGRAM [--chromium PROGRAM] [--screenshots FOLDER]

Prints {"pages": [...], "failures": [...]} and ends with 1 if anything is wrong. Needs nothing but Python and Chromium,
with which it speaks the DevTools protocol over two pipes.
"""

import argparse
import base64
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from stub_cas import StubCAS

failures = []
pages = []


def expect(condition, text):
    if not condition:
        failures.append(text)


class Chromium:
    """One tab of a headless browser."""

    def __init__(self, program, profile):
        to_browser, self.to_browser = os.pipe()
        self.from_browser, from_browser = os.pipe()

        def place_pipes():
            # The browser reads from 3 and writes to 4. The copies below keep one from closing the other.
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            [
                program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                "--proxy-server=direct://", f"--user-data-dir={profile}", "about:blank",
            ],
            preexec_fn=place_pipes, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.answers = {}
        self.responses = []
        self.dialogs = []
        self.loads = 0
        self.news = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable")

    def read(self):
        rest = b""
        while data := os.read(self.from_browser, 1 << 16):
            *messages, rest = (rest + data).split(b"\0")
            for message in map(json.loads, messages):
                with self.news:
                    self.take(message)
                    self.news.notify_all()

    def take(self, message):
        method, parameters = message.get("method"), message.get("params", {})
        if "id" in message:
            self.answers[message["id"]] = message
        elif method == "Page.loadEventFired":
            self.loads += 1
        elif method == "Network.responseReceived" and parameters["type"] == "Document":
            self.responses.append(parameters["response"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(parameters["message"])

    def call(self, method, **parameters):
        self.number += 1
        number = self.number
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        self.wait(lambda: number in self.answers, method)
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def wait(self, condition, what, seconds=30):
        with self.news:
            if not self.news.wait_for(condition, seconds):
                raise TimeoutError(f"the browser did not finish: {what}")

    def run(self, script):
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", script))
        return result["result"].get("value")

    def go(self, action, what):
        """Does something that loads a page, and waits for it."""
        loads = self.loads
        action()
        self.wait(lambda: self.loads > loads, what)

    def open(self, url):
        self.go(lambda: self.call("Page.navigate", url=url), url)

    def click(self, text):
        script = f"[...document.querySelectorAll('a, button')].filter(e => e.textContent.trim() == {json.dumps(text)})"
        expect(self.run(f"{script}.length > 0"), f"there is no link or button “{text}” at {self.run('location.href')}")
        self.go(lambda: self.run(f"{script}.at(-1).click()"), f"click on {text}")

    def press_tab(self):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)

    def close(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


# What can be measured of a page's looks: the lowest contrast of any text (WCAG 2.2, 1.4.3), and whether it has to be
# scrolled sideways.
LOOKS = """(() => {
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length > 3 ? m : [...m, 1]; };
  const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126*r + 0.7152*g + 0.0722*b; };
  const back = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c[3] > 0) return c; } return matchMedia('(prefers-color-scheme: dark)').matches ? [0,0,0,1] : [255,255,255,1]; };
  let lowest = 21;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(back(element))].sort((x, y) => y - x);
    lowest = Math.min(lowest, (a + 0.05) / (b + 0.05));
  }
  return { contrast: Math.round(lowest * 100) / 100,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth };
})()"""

STRUCTURE = """({ url: location.href, title: document.title, heading: document.querySelector('h1')?.textContent ?? '',
  headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length,
  language: document.documentElement.lang, text: document.querySelector('main')?.innerText ?? '',
  nameless: [...document.querySelectorAll('a, button')].filter(e => !e.textContent.trim() && !e.ariaLabel).length,
  scripts: document.querySelectorAll('script, img').length })"""


class Walk:
    def __init__(self, browser, site, screenshots):
        self.browser = browser
        self.site = site
        self.screenshots = screenshots

    def look(self, name, status):
        """Looks at the page that is open, wide and narrow, light and dark."""
        browser = self.browser
        seen = browser.run(STRUCTURE)
        response = browser.responses[-1]
        expect(response["status"] == status, f"{name}: status {response['status']}, not {status}")
        expect("ticket=" not in seen["url"], f"{name}: a ticket is in the address")
        expect(seen["headings"] == 1 and seen["mains"] == 1, f"{name}: not exactly one h1 and one main")
        expect(seen["language"] == "en" and seen["title"].endswith("CAS protected site"), f"{name}: language or title")
        expect(seen["nameless"] == 0, f"{name}: a link without a name")
        expect(seen["scripts"] == 0, f"{name}: an element that no template holds")
        expect("content-security-policy" in {k.lower() for k in response["headers"]}, f"{name}: no policy")
        worst, overflow = 21, 0
        for scheme in ("light", "dark"):
            browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            for width in (1024, 320):
                browser.call(
                    "Emulation.setDeviceMetricsOverride", width=width, height=720, deviceScaleFactor=1, mobile=False
                )
                looks = browser.run(LOOKS)
                worst, overflow = min(worst, looks["contrast"]), max(overflow, looks["overflow"])
                if self.screenshots:
                    picture = browser.call("Page.captureScreenshot", format="png")["data"]
                    with open(f"{self.screenshots}/{name}-{scheme}-{width}.png", "wb") as file:
                        file.write(base64.b64decode(picture))
        expect(worst >= 4.5, f"{name}: contrast {worst} is below 4.5")
        expect(overflow <= 0, f"{name}: {overflow} pixels have to be scrolled sideways")
        pages.append({"name": name, "status": status, "heading": seen["heading"], "contrast": worst})
        return seen["text"]

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
        return browser.dialogs


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running_site(program, server, folder):
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    environment = {
        "PATH": "/usr/bin:/bin", "HOME": folder, "CAS_PROVIDER": server.url, "SERVICE_URL": base,
        "LOGIN_URL": base + "/login", "PORT": str(port), "SECRET_KEY": "a key for a walk in the browser",
    }
    process = subprocess.Popen([os.path.abspath(program)], env=environment, cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline()
        if not line.startswith("listening on"):
            raise RuntimeError(f"the site does not start: {line}")
        yield base
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", required=True)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--screenshots")
    options = parser.parse_args()
    if options.screenshots:
        os.makedirs(options.screenshots, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = StubCAS().start()
        with running_site(options.site, server, folder) as site:
            browser = Chromium(options.chromium, folder + "/profile")
            try:
                dialogs = Walk(browser, site, options.screenshots).run(server)
                expect(not dialogs, f"scripts of strangers ran: {dialogs}")
            except (TimeoutError, RuntimeError) as error:
                failures.append(str(error))
            finally:
                browser.close()
    print(json.dumps({"pages": pages, "failures": failures}, indent=1, ensure_ascii=False))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
