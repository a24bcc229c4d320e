"""Pairing codes as pictures: pronotepy's code, drawn by segno, and ours, read by zbarimg and used by pronotepy."""

import base64
import io
import json
import subprocess
import sys
import tempfile

import pronotepy
import segno

request = json.load(sys.stdin)
account = request["accounts"]["student"]
browser = pronotepy.Client(request["root"] + "/eleve.html", account["username"], account["password"])

with tempfile.NamedTemporaryFile(suffix=".png") as picture:
    picture.write(base64.b64decode(request["picture"]))
    picture.flush()
    read = subprocess.run(
        ["/usr/bin/zbarimg", "--quiet", "--raw", "--nodbus", picture.name], capture_output=True, check=True, text=True
    )
ours = json.loads(read.stdout)
client = pronotepy.Client.qrcode_login(ours, request["pin"], "uuid-of-the-judge")

# Whatever a foreign program writes as JSON, spaces, order and escapes included, is a code.
code = browser.request_qr_code_data("0042")
drawn = io.BytesIO()
segno.make(json.dumps(code, indent=1), error="l").save(drawn, kind="png", scale=5)
json.dump(
    {
        "text": read.stdout.rstrip("\n"),
        "name": client.info.name,
        "loggedIn": client.logged_in,
        "picture": base64.b64encode(drawn.getvalue()).decode(),
        "url": code["url"],
    },
    sys.stdout,
)
