"""Walks through a LemonLDAP::NG portal as a browser without scripts would, and prints what it saw as JSON.

    python lemonldap_walk.py < request.json

The request holds `portal`, its address with a slash at the end; `service`, an application that is declared there,
`only`, one for dwho alone, and `strong`, one that wants a stronger sign-in than there is;
`mail`, where its mails are: {"file": lines as Servers/lemonldap prints them} or {"url": the school's mail.json};
`lock`, `resend` and `fresh`, its pauses in seconds; and `scenario`, a name of SCENARIOS.

The same walk goes through a real portal and through the school's: whoever started this program compares, step by step.
Nothing that differs between two runs is printed: tokens, secrets, session ids and the portal's own address have names.
"""

import base64
import hashlib
import hmac
import html.parser
import http.client
import json
import re
import struct
import sys
import time
import urllib.parse
import urllib.request

REQUEST = json.load(sys.stdin)
PORTAL = REQUEST["portal"]
HOST = urllib.parse.urlsplit(PORTAL).netloc
SERVICE, ONLY, STRONG = REQUEST["service"], REQUEST["only"], REQUEST["strong"]
RTYLER, DAVROS = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
STEPS = []

# The keys that clients look for. Others belong to parts of a real portal that a school does without.
KEYS = {
    "info", "gotNewMessages", "accept", "resendCode", "cancel", "goToPortal", "connect", "login", "pwd",
    "checkLastLogins", "stayConnected", "connectedAs", "yourApps", "logout", "totp2f", "mail2f", "back2CasUrl",
    "lastLogins", "lastFailedLogins", "askToRenew", "askToUpgrade", "renewSession", "upgradeSession", "Closed for you, Clo Sed",
}  # fmt: skip
# The form in the menu of a real portal that changes the password.
IGNORED_FORMS = {"formpass"}
# The menu of a real portal says that it has no applications; that of the school has PRONOTE.
IGNORED_MESSAGES = [["trspan=noAppAllowed"]]


class Page(html.parser.HTMLParser):
    """What clients look at in a page."""

    def __init__(self, text):
        super().__init__()
        self.forms, self.messages, self.keys, self.links, self.notices = [], [], [], [], []
        self.message, self.words, self.seconds, self.form = None, "", None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        classes = set((has.get("class") or "").split())
        if tag == "div" and "message" in classes:
            self.message = {"class": sorted(classes - {"alert"}), "role": has.get("role"), "keys": []}
            self.messages.append(self.message)
        self.notices += sorted(classes & {"notifText", "notifCheck"})
        for kind in ("trmsg", "trspan"):
            if kind in has:
                if self.message is not None:
                    self.message["keys"].append("%s=%s" % (kind, has[kind]))
                if has[kind] == "seconds" and (number := re.search(r"(\d+)\s*$", self.words)):
                    self.seconds = int(number.group(1))
                self.keys.append(has[kind])
        if tag == "form":
            self.form = {"action": has.get("action"), "method": has.get("method"), "id": has.get("id"), "fields": []}
            self.forms.append(self.form)
        if tag in ("input", "button") and self.form is not None and (has.get("name") or has.get("formaction")):
            self.form["fields"].append({key: has.get(key) for key in ("name", "type", "id", "value", "formaction")})
        if tag == "a" and has.get("href", "").startswith(PORTAL):
            self.links.append(has["href"][len(PORTAL) :])

    def handle_endtag(self, tag):
        if tag == "div":
            self.message = None
        if tag == "form":
            self.form = None

    def handle_data(self, data):
        self.words = data if data.strip() else self.words


class Jar(dict):
    """The cookies of a browser. One host, one path: names and values are enough."""

    def take(self, lines):
        for line in lines:
            name, value = line.split(";")[0].split("=", 1)
            if "expires=" in line.lower() and "2015" in line:
                self.pop(name, None)
            else:
                self[name] = value


class Reply:
    def __init__(self, status, headers, text):
        self.status, self.headers, self.text = status, headers, text
        self.location = self.header("location")
        self.page = Page(text) if "html" in (self.header("content-type") or "") else None

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name), None)

    def field(self, name):
        for form in self.page.forms if self.page else []:
            for field in form["fields"]:
                if field["name"] == name:
                    return field["value"] or ""
        return ""

    def hidden(self, **more):
        """Everything that the first form sends by itself, and more."""
        fields = self.page.forms[0]["fields"] if self.page and self.page.forms else []
        form = {field["name"]: field["value"] or "" for field in fields if field["type"] == "hidden"}
        return {**form, **more}


def go(name, jar, path, form=None, accept=None):
    """Sends one request, follows no redirect, and notes the step unless it has no name."""
    connection = http.client.HTTPConnection(HOST, timeout=30)
    headers = {"Accept": accept or "text/html"}
    if jar:
        headers["Cookie"] = "; ".join("%s=%s" % pair for pair in jar.items())
    body = None
    if form is not None:
        body = urllib.parse.urlencode(form)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request("GET" if form is None else "POST", path, body, headers)
    answer = connection.getresponse()
    reply = Reply(answer.status, answer.getheaders(), answer.read().decode("utf-8", "replace"))
    connection.close()
    cookies = [value for key, value in reply.headers if key.lower() == "set-cookie"]
    if jar is not None:
        jar.take(cookies)
    if name:
        STEPS.append(describe(name, reply, cookies))
    return reply


# What is compared


def named(text):
    """Replaces what differs between two runs."""
    if text is None:
        return None
    if re.fullmatch(r"[A-Za-z0-9+/]{20,}=*", text) and len(text) % 4 == 0:
        try:
            plain = base64.b64decode(text).decode("utf-8")
            if plain.startswith("http"):
                return "base64(%s)" % named(plain)
        except ValueError:
            pass
    text = text.replace(PORTAL, "<portal>").replace(SERVICE, "<service>")
    text = re.sub(r"ST-[0-9a-zA-Z-]{20,}", "<ticket>", text)
    if re.fullmatch(r"\d+_\d{1,5}", text):
        return "<token>"
    if re.fullmatch(r"[a-z2-7]{32}", text):
        return "<secret>"
    if re.fullmatch(r"[0-9a-f]{64}", text):
        return "<id>"
    if re.fullmatch(r"[A-Za-z0-9+/=]{152}", text):
        return "<sealed id>"
    return text


def described(cookie):
    first, *attributes = [part.strip() for part in cookie.split(";")]
    name, value = first.split("=", 1)
    # The request that waits: its form is the portal's own affair.
    value = "<memory>" if name == "lemonldappdata" and value else named(value)
    return "; ".join(["%s=%s" % (name, value), *attributes])


def describe(name, reply, cookies):
    step = {
        "step": name,
        "status": reply.status,
        "type": [value for key, value in reply.headers if key.lower() == "content-type"],
        "location": named(reply.location),
        # Each once: some parts of a real portal remove a cookie that others removed.
        "cookies": list(dict.fromkeys(described(cookie) for cookie in cookies)),
        "user": reply.header("lm-remote-user"),
        "challenge": named(reply.header("www-authenticate")),
    }
    if reply.status == 302:
        step["type"] = []
    if reply.page:
        step["messages"] = [shown for shown in reply.page.messages if shown["keys"] not in IGNORED_MESSAGES]
        step["hasSeconds"] = reply.page.seconds is not None and 0 < reply.page.seconds <= REQUEST["lock"]
        step["keys"] = sorted(set(reply.page.keys) & KEYS)
        step["forms"] = [
            {
                **form,
                "action": named(form["action"]),
                "fields": [
                    {
                        **field,
                        "value": "<stamp>" if field["name"] == "confirm" else named(field["value"]) or None,
                        # Inputs are texts unless they say otherwise.
                        "type": field["type"] or "text",
                    }
                    for field in form["fields"]
                ],
            }
            for form in reply.page.forms
            if form["id"] not in IGNORED_FORMS
        ]
        step["notices"] = reply.page.notices
        step["cancel"] = sorted({link for link in reply.page.links if "cancel=" in link})
    elif step["type"] and "json" in step["type"][0]:
        seen = json.loads(reply.text)
        step["json"] = {
            key: named(value) if isinstance(value, str) else value for key, value in seen.items()
        }
    return step


# What a user knows


def code(secret, step=0):
    """RFC 6238."""
    text = secret.upper()
    key = base64.b32decode(text + "=" * (-len(text) % 8))
    mark = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + step), hashlib.sha1).digest()
    start = mark[-1] & 15
    return "%06d" % ((struct.unpack(">I", mark[start : start + 4])[0] & 0x7FFFFFFF) % 1000000)


def mails():
    """The codes of all mails so far, the newest last."""
    place = REQUEST["mail"]
    if "url" in place:
        with urllib.request.urlopen(place["url"], timeout=30) as answer:
            return [mail["code"] for mail in json.load(answer)]
    with open(place["file"], encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.endswith("\n")]
    return [line["mail"]["code"] for line in lines if "mail" in line]


def mailed(count):
    """The newest code, once there are so many mails."""
    end = time.monotonic() + 15
    while len(mails()) < count and time.monotonic() < end:
        time.sleep(0.05)
    return mails()[-1]


def sign_in(name, user, jar=None, password=None, path="/", accept=None, **more):
    """Gets the form without noting it, and sends the password."""
    jar = {} if jar is None else jar
    jar = jar if isinstance(jar, Jar) else Jar(jar)
    form = go(None, jar, path)
    fields = {"user": user, "password": password or user, "token": form.field("token"), "url": form.field("url")}
    return go(name, jar, path, {**fields, **more}, accept)


def wait_for_lock():
    """From the third failure on, every further one locks the user for a while."""
    time.sleep(REQUEST["lock"] + 1.1)


def cas(path, **query):
    return "/cas/%s?%s" % (path, urllib.parse.urlencode(query)) if query else "/cas/%s" % path


# The walks


def password():
    first = go("the form", Jar(), "/")
    go("no token", Jar(), "/", {"user": "msmith", "password": "msmith"})
    go("an unknown token", Jar(), "/", {"user": "msmith", "password": "msmith", "token": "1700000000_12345"})
    go("a wrong password", Jar(), "/", {"user": "zoe", "password": "nope", "token": first.field("token")})
    go("a token again", Jar(), "/", {"user": "zoe", "password": "zoe", "token": first.field("token")})
    sign_in("an unknown user", "nobody")
    go("nothing filled in", Jar(), "/", {"user": "", "password": "", "token": go(None, Jar(), "/").field("token")})
    go("no password", Jar(), "/", {"user": "zoe", "password": "", "token": go(None, Jar(), "/").field("token")})
    sign_in("a malformed user", "a b<c")
    go("a password in the address", Jar(), "/?user=msmith&password=msmith")
    sign_in("refused", "banned")
    sign_in("refused with a message", "closed")
    go("an address that is no base64", Jar(), "/?url=http://evil.example/")
    go("a foreign address", Jar(), "/?url=aHR0cDovL2V2aWwuZXhhbXBsZS8%3D")
    go("an unknown path", Jar(), "/no/such/page")
    go("ping", Jar(), "/ping")
    go("cancel", Jar(), "/?cancel=1&skin=bootstrap")
    go("log out without a session", Jar(), "/?logout=1")

    jar = Jar()
    sign_in("signed in", "msmith", jar)
    go("the menu", jar, "/")
    go("an address with a session", jar, "/?url=" + base64.b64encode(PORTAL.encode()).decode())
    go("ping with a session", jar, "/ping")
    go("who am I", jar, "/mysession/?whoami", accept="application/json")
    go("a token", jar, "/mysession/?gettoken", accept="application/json")
    go("a bad address with a session", jar, "/?url=http://evil.example/")
    go("log out", jar, "/?logout=1")
    # One that never was: the workers of a real portal go on with a session that ended for a while.
    go("a stale session", Jar(lemonldap="0" * 64), "/")
    sign_in("the last logins", "msmith", checkLogins="1")


def factors():
    page = sign_in("one-time password", "rtyler")
    go("a wrong code", Jar(), "/totp2fcheck", page.hidden(code="000000"))
    go("the same token with the right code", Jar(), "/totp2fcheck", page.hidden(code=code(RTYLER)))
    page = sign_in(None, "rtyler")
    go("no code", Jar(), "/totp2fcheck", page.hidden(code=""))
    go("no token with a code", Jar(), "/totp2fcheck", {"code": "123456"})
    for step in (0, -1, 1):
        page = sign_in(None, "rtyler")
        go("the code of step %d" % step, Jar(), "/totp2fcheck", page.hidden(code=code(RTYLER, step)))
    page = sign_in(None, "rtyler")
    go("the code of two steps ago", Jar(), "/totp2fcheck", page.hidden(code=code(RTYLER, -2)))
    sign_in("wrong codes lock", "rtyler")
    wait_for_lock()
    go("codes are posted", Jar(), "/totp2fcheck")

    sent = len(mails())
    page = sign_in("a code by mail", "dwho")
    first = mailed(sent + 1)
    go("too soon", Jar(), page_path(page, "mail2fresend"), page.hidden())
    time.sleep(REQUEST["resend"] + 1.1)
    again = go("once more", Jar(), "/mail2fresend?skin=bootstrap", page.hidden())
    STEPS.append({"step": "the mail", "sameCode": mailed(sent + 2) == first, "count": len(mails()) - sent})
    STEPS.append({"step": "its token", "sameToken": again.field("token") == page.field("token")})
    go("the code", Jar(), "/mail2fcheck?skin=bootstrap", page.hidden(code=first))
    page = sign_in(None, "dwho")
    right = mailed(sent + 3)
    go("a wrong code by mail", Jar(), "/mail2fcheck", page.hidden(code="0000000"))
    go("then the right one", Jar(), "/mail2fcheck", page.hidden(code=right))
    go("resend without a token", Jar(), "/mail2fresend", {"skin": "bootstrap"})
    go("resend with an unknown token", Jar(), "/mail2fresend", {"token": "1_1"})
    sign_in("no mail address", "nomail")

    page = sign_in("a choice", "davros")
    chosen = go("one-time password chosen", Jar(), "/2fchoice", page.hidden(sf="totp"))
    go("the choice again", Jar(), "/2fchoice", page.hidden(sf="mail"))
    go("the chosen code", Jar(), "/totp2fcheck", chosen.hidden(code=code(DAVROS)))
    sent = len(mails())
    page = sign_in(None, "davros")
    chosen = go("mail chosen", Jar(), "/2fchoice", page.hidden(sf="mail"))
    go("the mailed code", Jar(), "/mail2fcheck", chosen.hidden(code=mailed(sent + 1)))
    page = sign_in(None, "davros")
    go("an unknown choice", Jar(), "/2fchoice", page.hidden(sf="pigeon"))
    go("a choice without a token", Jar(), "/2fchoice", {"sf": "totp"})
    go("a choice with an unknown token", Jar(), "/2fchoice", {"sf": "totp", "token": "1_1"})
    go("choices are posted", Jar(), "/2fchoice")


def page_path(page, word):
    for form in page.page.forms:
        for field in form["fields"]:
            if word in (field["formaction"] or ""):
                return field["formaction"]
    return "/" + word


def trusted(name, user="rtyler", secret=RTYLER, **answer):
    """Registers a browser. Returns its cookies and its secret."""
    jar = Jar()
    page = sign_in(name and name + ": the form", user, jar, stayconnected="1")
    if secret:
        page = go(name and name + ": the page", jar, "/totp2fcheck", page.hidden(code=code(secret)))
    mine = page.field("totpsecret")
    answer = answer or {"fg": "TOTP_" + code(mine)}
    go(name and name + ": the answer", jar, "/registerbrowser", page.hidden(**answer))
    return jar, mine


def known(jar):
    """The browser later, without its session."""
    return Jar({name: value for name, value in jar.items() if name == "llngconnection"})


def browser():
    jar, secret = trusted("registered")
    back = known(jar)
    page = sign_in("coming back", "rtyler", back)
    go("the proof", back, "/checkbrowser", page.hidden(fg="TOTP_" + code(secret)))
    back = known(jar)
    page = sign_in(None, "rtyler", back)
    least = {"fg": "TOTP_" + code(secret), "token": page.field("token"), "usetotp": "1"}
    go("the least proof", back, "/checkbrowser", least)
    sign_in("somebody else", "dwho", known(jar))
    back = known(jar)
    page = sign_in(None, "rtyler", back, stayconnected="1")
    go("trusted already", back, "/checkbrowser", page.hidden(fg="TOTP_" + code(secret), stayconnected="1"))
    back = known(jar)
    page = sign_in(None, "rtyler", back)
    wrong = Jar(back)
    go("a wrong proof", wrong, "/checkbrowser", page.hidden(fg="TOTP_000000"))
    sign_in("the registration is lost", "rtyler", known(jar))
    go("a proof without a token", Jar(), "/checkbrowser", {"fg": "TOTP_000000"})

    trusted("a wrong answer", fg="TOTP_000000")
    trusted("an empty answer", fg="")
    trusted("another token", token="1_1", fg="TOTP_000000")
    jar, secret = trusted("without a second factor", "msmith", None)
    sign_in("and later", "msmith", known(jar))
    old = known(jar)
    go("log out of a known browser", jar, "/?logout=1")
    sign_in("a browser that was logged out", "msmith", old)


def lock():
    for number in range(3):
        sign_in("failure %d" % number, "bforce", password="wrong")
    sign_in("locked", "bforce", password="wrong")
    sign_in("locked with the right password", "bforce")
    wait_for_lock()
    sign_in("open again", "bforce")


def notice():
    jar = Jar()
    sign_in("a notice", "notif", jar)
    go("its cookie opens nothing", Jar(jar), "/")
    go("not accepted", Jar(jar), "/notifback", {"reference1x1": "welcome"})
    sign_in("a notice in JSON", "notif", accept="application/json")
    sign_in("a notice again", "notif", jar)
    go("cancelled", Jar(jar), "/notifback?cancel=1")
    jar = Jar()
    sign_in(None, "notif", jar)
    go("accepted", jar, "/notifback", {"reference1x1": "welcome", "check1x1x1": "accepted"})
    go("the menu after a notice", jar, "/")
    sign_in("no notice any more", "notif")


def in_json():
    wanted = "application/json"
    go("JSON: first access", Jar(), "/", accept=wanted)
    go("JSON: no token", Jar(), "/", {"user": "zoe", "password": "zoe"}, accept=wanted)
    go("JSON: unknown token", Jar(), "/", {"user": "zoe", "password": "zoe", "token": "1_1"}, accept=wanted)
    sign_in("JSON: wrong password", "zoe", password="wrong", accept=wanted)
    token = go(None, Jar(), "/").field("token")
    go("JSON: empty", Jar(), "/", {"user": "", "password": "", "token": token}, accept=wanted)
    sign_in("JSON: refused", "banned", accept=wanted)
    sign_in("JSON: closed", "closed", accept=wanted)
    jar = Jar()
    sign_in("JSON: signed in", "zoe", jar, accept=wanted)
    go("JSON: with a session", jar, "/", accept=wanted)
    go("JSON: log out", jar, "/?logout=1", accept=wanted)
    page = sign_in("JSON: a second factor", "rtyler", accept=wanted)
    go("JSON: wrong code", Jar(), "/totp2fcheck", page.hidden(code="000000"), accept=wanted)
    wait_for_lock()
    page = sign_in(None, "rtyler")
    go("JSON: right code", Jar(), "/totp2fcheck", page.hidden(code=code(RTYLER)), accept=wanted)
    sign_in("JSON: a choice", "davros", accept=wanted)


def issuer():
    jar = Jar()
    login = cas("login", service=SERVICE)
    sign_in("CAS: straight to the service", "msmith", jar, path=login)
    go("CAS: a ticket at once", jar, login)
    go("CAS: a service with a query", jar, cas("login", service=SERVICE + "?a=b"))
    go("CAS: gateway with a session", jar, cas("login", service=SERVICE, gateway="true"))
    go("CAS: method is ignored", jar, cas("login", service=SERVICE, method="POST"))
    go("CAS: no service", jar, cas("login"))
    go("CAS: undeclared", jar, cas("login", service="http://evil.example/"))
    go("CAS: no URL", jar, cas("login", service="javascript:alert(1)"))
    go("CAS: userinfo", jar, cas("login", service=SERVICE.replace("/app", "@evil.example/app")))
    go("CAS: nothing more", jar, "/cas")

    go("CAS: the form", Jar(), login)
    go("CAS: no service, no session", Jar(), cas("login"))
    go("CAS: undeclared, no session", Jar(), cas("login", service="http://evil.example/"))
    go("CAS: gateway", Jar(), cas("login", service=SERVICE, gateway="true"))
    go("CAS: gateway, undeclared", Jar(), cas("login", service="http://evil.example/", gateway="true"))
    go("CAS: gateway=yes", Jar(), cas("login", service=SERVICE, gateway="yes"))
    sign_in("CAS: undeclared after the password", "msmith", path=cas("login", service="http://evil.example/"))
    sign_in("CAS: wrong password", "zoe", password="wrong", path=login)

    jar = Jar()
    page = go(None, jar, login)
    form = page.hidden(user="msmith", password="msmith")
    go("CAS: posted to the root", jar, "/", form)
    go("CAS: and on", jar, "/cas")
    page = go(None, Jar(), login)
    jar = Jar()
    go("CAS: without the memory", jar, "/", page.hidden(user="msmith", password="msmith"))
    go("CAS: the request is lost", jar, "/cas")
    jar = Jar()
    go(None, jar, cas("login", service=SERVICE + "?first"))
    sign_in("CAS: remembered", "msmith", jar)
    go("CAS: the first service", jar, cas("login", service=SERVICE + "?second"))
    go("CAS: the next one", jar, cas("login", service=SERVICE + "?third"))

    jar = Jar()
    page = sign_in("CAS: a second factor", "rtyler", jar, path=login)
    go("CAS: its code", jar, "/totp2fcheck", page.hidden(code=code(RTYLER)))
    go("CAS: then the ticket", jar, "/cas")
    jar = Jar()
    page = sign_in("CAS: registering", "msmith", jar, path=login, stayconnected="1")
    go("CAS: registered", jar, "/registerbrowser", page.hidden(fg="TOTP_" + code(page.field("totpsecret"))))
    go("CAS: and then", jar, "/cas")

    go("CAS: log out without a session", Jar(), cas("logout", service=SERVICE))
    for name, query in [
        ("CAS: log out", {}),
        ("CAS: log out to a service", {"service": SERVICE}),
        ("CAS: log out with a link", {"url": SERVICE}),
        ("CAS: log out to a stranger", {"service": "http://evil.example/"}),
    ]:
        jar = Jar()
        sign_in(None, "msmith", jar)
        go(name, jar, cas("logout", **query))


def rules():
    """Applications that are not for everybody, or that want a stronger sign-in."""
    jar = Jar()
    sign_in(None, "msmith", jar)
    go("rules: not for this user", jar, cas("login", service=ONLY))
    go("rules: then another", jar, cas("login", service=SERVICE))
    go("rules: too weak", jar, cas("login", service=STRONG + "?a=b"))
    page = go("rules: another while one waits", jar, cas("login", service=SERVICE))
    go("rules: the form without a stamp", Jar(jar), "/upgradesession", page.hidden(confirm=""))
    page = go("rules: the form", jar, "/upgradesession", page.hidden())
    form = page.hidden(user="msmith", password="msmith")
    go("rules: another token", Jar(jar), "/upgradesession", {**form, "upgrading": "1_1"})
    go("rules: the password", jar, "/upgradesession", form)
    go("rules: the same again", Jar(jar), "/upgradesession", form)
    go("rules: still too weak", jar, "/cas/login")
    go("rules: the form without a session", Jar(), "/upgradesession", page.hidden())
    sign_in("rules: not for this user, after the password", "msmith", path=cas("login", service=ONLY))
    sign_in("rules: too weak after the password", "msmith", path=cas("login", service=STRONG))
    go("rules: gateway", Jar(), cas("login", service=ONLY, gateway="true"))
    jar, sent = Jar(), len(mails())
    page = sign_in(None, "dwho", jar, path=cas("login", service=ONLY))
    go("rules: the code", jar, "/mail2fcheck", page.hidden(code=mailed(sent + 1)))
    go("rules: for this user", jar, "/cas")
    jar = Jar()
    page = sign_in(None, "rtyler", jar, path=cas("login", service=STRONG))
    go("rules: a second factor", jar, "/totp2fcheck", page.hidden(code=code(RTYLER)))
    go("rules: too weak all the same", jar, "/cas")


def connected():
    """Known browsers are asked for no password either."""
    jar, secret = trusted("connected")
    proof = lambda: "TOTP_" + code(secret)
    back = known(jar)
    page = go("connected: the challenge", back, "/")
    go("connected: the proof", back, "/", page.hidden(fg=proof()))
    go("connected: the menu", back, "/")
    back = known(jar)
    least = {"fg": proof(), "token": go(None, Jar(back), "/").field("token")}
    go("connected: the least proof", Jar(back), "/", least)
    go("connected: the token again", Jar(back), "/", least)
    go("connected: an unknown token", Jar(back), "/", {"fg": proof(), "token": "1_1"})
    go("connected: a wrong proof with an unknown token", Jar(back), "/", {"fg": "TOTP_000000", "token": "1_1"})
    go("connected: no token", Jar(back), "/", {"fg": proof()})
    go("connected: no proof", Jar(back), "/", {"fg": "", "token": go(None, Jar(back), "/").field("token")})
    form = go(None, Jar(), "/").hidden(user="rtyler", password="rtyler")
    go("connected: a password", Jar(back), "/", form)
    form = go(None, Jar(), "/")
    go("connected: the token of the login form", Jar(back), "/", {"fg": proof(), "token": form.field("token")})
    page = go(None, Jar(back), "/")
    go("connected: remembered already", Jar(back), "/", page.hidden(fg=proof(), stayconnected="1"))
    page = go(None, Jar(back), "/")
    go("connected: the last logins", Jar(back), "/", page.hidden(fg=proof(), checkLogins="1"))
    page = go(None, Jar(back), "/")
    go("connected: at the other address", Jar(back), "/checkbrowser", page.hidden(fg=proof()))
    go("connected: a wrong proof with no token there", Jar(back), "/checkbrowser", {"fg": "TOTP_000000", "token": "1_1"})
    there = "/?url=" + base64.b64encode(SERVICE.encode()).decode()
    page = go("connected: an address", seeker := Jar(back), there)
    go("connected: and there", seeker, there, page.hidden(fg=proof()))
    go("connected: a bad address", Jar(back), "/?url=http://evil.example/")
    go("connected: cancel", Jar(back), "/?cancel=1&skin=bootstrap")
    go("connected: log out without a session", Jar(back), "/?logout=1")
    go("connected: an unknown browser", Jar(llngconnection="0" * 64), "/")

    wanted = "application/json"
    page = go("connected: JSON", Jar(back), "/", accept=wanted)
    go("connected: the proof in JSON", Jar(back), "/", page.hidden(fg=proof()), accept=wanted)
    login = cas("login", service=SERVICE)
    page = go("connected: CAS", asker := Jar(back), login)
    go("connected: the proof for CAS", asker, login, page.hidden(fg=proof()))
    page = go(None, asker := Jar(back), login)
    go("connected: the proof at the root", asker, "/", page.hidden(fg=proof()))
    go("connected: and on to CAS", asker, "/cas")

    page = go(None, wrong := Jar(back), "/")
    go("connected: a wrong proof", wrong, "/", page.hidden(fg="TOTP_000000"))
    go("connected: the registration is lost", Jar(back), "/")

    jar, secret = trusted(None, "msmith", None)
    for number in range(3):
        sign_in(None, "msmith", password="wrong")
    page = go(None, back := known(jar), "/")
    go("connected: locked", back, "/", page.hidden(fg="TOTP_" + code(secret)))


def renewal():
    """A service that wants a newer login. What is new is a setting: a few seconds."""
    jar = Jar()
    sign_in(None, "msmith", jar)
    time.sleep(REQUEST["fresh"] + 1.2)
    page = go("renew", jar, cas("login", service=SERVICE, renew="true"))
    page = go("renew: the form", jar, "/renewsession", page.hidden())
    go("renew: the password", jar, "/renewsession", page.hidden(user="msmith", password="msmith"))
    go("renew: the ticket", jar, "/cas/login")
    sign_in(None, "zoe", jar := Jar())
    time.sleep(REQUEST["fresh"] + 1.2)
    page = go(None, jar, cas("login", service=SERVICE, renew="true"))
    page = go(None, jar, "/renewsession", page.hidden())
    go("renew: a wrong password", jar, "/renewsession", page.hidden(user="zoe", password="wrong"))


def retries():
    page = sign_in(None, "rtyler")
    page = go("a first wrong code", Jar(), "/totp2fcheck", page.hidden(code="000000"))
    go("a second wrong code", Jar(), "/totp2fcheck", page.hidden(code="000000"))
    page = sign_in(None, "rtyler")
    page = go("no code at all", Jar(), "/totp2fcheck", page.hidden(code=""))
    go("right after wrong", Jar(), "/totp2fcheck", page.hidden(code=code(RTYLER)))
    sent = len(mails())
    page = sign_in(None, "dwho")
    first = mailed(sent + 1)
    page = go("a wrong mail code", Jar(), "/mail2fcheck", page.hidden(code="0000000"))
    STEPS.append({"step": "another code", "isNew": mailed(sent + 2) != first or len(mails()) > sent + 1})
    go("the new code", Jar(), "/mail2fcheck", page.hidden(code=mailed(sent + 2)))


def expiry():
    page = go(None, Jar(), "/")
    second = sign_in(None, "rtyler")
    time.sleep(3.2)
    go("an old form", Jar(), "/", page.hidden(user="zoe", password="zoe"))
    go("an old form for a code", Jar(), "/totp2fcheck", second.hidden(code=code(RTYLER)))


SCENARIOS = {
    "all": (password, factors, notice, in_json, issuer, rules),
    "browser": (browser, lock, renewal),
    "connected": (connected,),
    "retries": (retries,),
    "expiry": (expiry,),
}

if __name__ == "__main__":
    for walk in SCENARIOS[REQUEST["scenario"]]:
        walk()
    json.dump(STEPS, sys.stdout)
