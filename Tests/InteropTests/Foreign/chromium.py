"""A headless Chromium, spoken to with the DevTools protocol over two pipes."""

import contextlib
import json
import os
import signal
import subprocess
import threading


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
        if not self.run(f"{script}.length > 0"):
            raise RuntimeError(f"there is no link or button “{text}” at {self.run('location.href')}")
        self.go(lambda: self.run(f"{script}.at(-1).click()"), f"click on {text}")

    def press_tab(self):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)

    def close(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
