"""Goes on with pronotepy in a session that this project kept; prints what came of it as JSON.

What is kept has to be what another program understands: the key, the seed of the vector, the session's number, and the
number of the next call.
"""

import datetime
import json
import sys

import requests
from Crypto.Hash import MD5
from pronotepy import pronoteAPI

request = json.load(sys.stdin)
state = request["state"]
channel = state["channel"]

communication = object.__new__(pronoteAPI._Communication)
communication.root_site = request["root"]
communication.session = requests.Session()
communication.encryption = pronoteAPI._Encryption()
communication.encryption.aes_key = bytes.fromhex(channel["timeline"]["key"])
communication.encryption.aes_iv = MD5.new(bytes.fromhex(channel["timeline"]["seed"])).digest()
communication.attributes = {"h": channel["session"], "a": channel["space"]}
communication.request_number = channel["nextOrder"]
communication.cookies = {cookie["name"]: cookie["value"] for cookie in state["cookies"]["cookies"]}
communication.last_ping = 0
communication.authorized_onglets = [7]
communication.encrypt_requests = channel["encrypts"]
communication.compress_requests = channel["compresses"]

orders, names = [], []
for _ in range(3):
    orders.append(communication.request_number)
    answer = communication.post(
        "Navigation", {"data": {"onglet": 7, "ongletPrec": 7}, "Signature": {"onglet": 7}}
    )
    names.append(answer.get("nom") or answer["dataSec"].get("nom"))
json.dump({"orders": orders, "names": names, "next": communication.request_number}, sys.stdout)
