"""Drives pronotepy through a pairing code, five token logins and the second factor; prints what came of it as JSON."""

import json
import sys

import pronotepy

request = json.load(sys.stdin)
page = request["root"] + "/eleve.html"


def refused(action):
    """The name of the error that an action raises; None when it raises none."""
    try:
        client = action()
        return None if getattr(client, "logged_in", True) else "not logged in"
    except Exception as error:  # whatever pronotepy makes of a refusal
        return type(error).__name__


def rotate(client, uuid, **more):
    """Signs in five times with the token of the time before; each old token has to be refused."""
    names, tokens, old = [client.info.name], [client.password], []
    for _ in range(5):
        previous = client.password
        client = pronotepy.Client.token_login(client.pronote_url, client.username, previous, uuid, **more)
        assert client.logged_in
        names.append(client.info.name)
        tokens.append(client.password)
        old.append(refused(lambda: pronotepy.Client.token_login(client.pronote_url, client.username, previous, uuid, **more)))
    lessons = len(client.lessons(client.start_day, client.start_day + __import__("datetime").timedelta(days=120)))
    return {"names": names, "tokens": tokens, "old": old, "lessons": lessons}, client


seen = {}
account = request["accounts"]["student"]
browser = pronotepy.Client(page, account["username"], account["password"])
code = browser.request_qr_code_data("0471")
seen["url"] = code["url"]
seen["wrongPIN"] = refused(lambda: pronotepy.Client.qrcode_login(code, "0472", "uuid-1"))
seen["student"], client = rotate(pronotepy.Client.qrcode_login(code, "0471", "uuid-1"), "uuid-1")
seen["spentCode"] = refused(lambda: pronotepy.Client.qrcode_login(code, "0471", "uuid-1"))
# A token belongs to its device.
seen["otherDevice"] = refused(
    lambda: pronotepy.Client.token_login(client.pronote_url, client.username, client.password, "uuid-2")
)

account = request["accounts"]["pin"]
factor = {"account_pin": account["pin"], "device_name": "Judge"}
browser = pronotepy.Client(page, account["username"], account["password"], **factor)
code = browser.request_qr_code_data("1111")
seen["noPIN"] = refused(lambda: pronotepy.Client.qrcode_login(code, "1111", "uuid-3"))
code = browser.request_qr_code_data("1111")
seen["pin"], _ = rotate(pronotepy.Client.qrcode_login(code, "1111", "uuid-4", **factor), "uuid-4", **factor)
json.dump(seen, sys.stdout)
