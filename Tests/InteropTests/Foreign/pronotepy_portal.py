"""Signs in to a school through its portal with pronotepy, and prints what it saw as one JSON object.

    python pronotepy_portal.py < request.json

The request holds `root`, the address of the school's PRONOTE; `portal`, that of the portal; `today`, the school's day;
and `users`: each an object with `username`, `password` and, where a code is asked for, `totp` or `mail`.

Pronotepy leaves the portal to a function (`ent`) that brings cookies; the rest is its own: it follows the redirects from
the page of the space, takes `e` and `f` from the page that they end at, and signs in with them.
"""

import base64
import datetime
import hashlib
import hmac
import json
import re
import struct
import sys
import time

import pronotepy
import requests

REQUEST = json.load(sys.stdin)
TODAY = datetime.date.fromisoformat(REQUEST["today"])
MONDAY = TODAY - datetime.timedelta(days=TODAY.weekday())
PAGE = REQUEST["root"] + "/eleve.html"


def code(user: dict) -> str:
    if "totp" in user:
        mark = hmac.new(
            base64.b32decode(user["totp"]), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1
        ).digest()
        start = mark[-1] & 15
        return "%06d" % ((struct.unpack(">I", mark[start : start + 4])[0] & 0x7FFFFFFF) % 1000000)
    mails = requests.get(REQUEST["root"] + "/mail.json", timeout=30).json()
    return [mail["code"] for mail in mails if mail["to"] == user["mail"]][-1]


def through_the_portal(user: dict):
    """What pronotepy calls an ENT: brings the cookies of somebody who is signed in."""

    def fields(page: str) -> dict:
        inputs = re.findall(r'<input type="hidden"[^>]*>', page)
        pairs = [(re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)) for tag in inputs]
        return {name.group(1): value.group(1) if value else "" for name, value in pairs}

    def sign_in(username: str, password: str, **_):
        session = requests.Session()
        form = fields(session.get(REQUEST["portal"], timeout=30).text)
        answer = session.post(
            REQUEST["portal"], {**form, "user": username, "password": password}, allow_redirects=False, timeout=30
        )
        if answer.status_code == 200:
            action = re.search(r'<form action="([^"]*)"', answer.text).group(1)
            answer = session.post(
                REQUEST["portal"].rstrip("/") + action,
                {**fields(answer.text), "code": code(user)},
                allow_redirects=False,
                timeout=30,
            )
        assert answer.status_code == 302, answer.text
        return session.cookies

    return sign_in


def without_the_portal(user: dict) -> str:
    """How a sign-in fails that brings the portal's password to PRONOTE."""
    try:
        client = pronotepy.Client(PAGE, user["username"], user["password"])
    except (pronotepy.PronoteAPIError, UnicodeDecodeError) as error:
        return type(error).__name__
    return "signed in" if client.logged_in else "not signed in"


def look(user: dict) -> dict:
    client = pronotepy.Client(PAGE, user["username"], user["password"], ent=through_the_portal(user))
    lessons = client.lessons(MONDAY, MONDAY + datetime.timedelta(days=6))
    # From here on the portal is not needed any more.
    paired = pronotepy.Client.qrcode_login(client.request_qr_code_data("1234"), "1234", "device-" + user["username"])
    known = paired.export_credentials()
    again = pronotepy.Client.token_login(**known)
    return {
        "username": user["username"],
        "isSignedIn": client.logged_in,
        "name": client.info.name,
        "lessons": sorted(lesson.start.isoformat(timespec="minutes") for lesson in lessons),
        "paired": paired.info.name,
        "later": again.info.name if again.logged_in else "",
        "withoutPortal": without_the_portal(user),
    }


if __name__ == "__main__":
    json.dump([look(user) for user in REQUEST["users"]], sys.stdout)
