"""Runs a Django site behind django-cas-ng, and visits it with a browser. Reads JSON, prints what the browser saw."""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import urllib.parse

import cas
import requests

from cas_browser import Browser

request = json.load(sys.stdin)
SITE = pathlib.Path(__file__).parent / "django_site"


class Site:
    """The site in a process of its own, which ends with this one."""

    def __init__(self, version, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root = f"http://127.0.0.1:{port}"
        environment = dict(
            os.environ,
            SITE_FOLDER=folder,
            SITE_CAS=request["cas"],
            SITE_CAS_VERSION=version,
            SITE_PORT=str(port),
            SITE_CALLBACK=self.root + "/accounts/callback" if version == "3" else "",
        )
        self.process = subprocess.Popen(
            [sys.executable, str(SITE / "serve.py")],
            env=environment,
            cwd=SITE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        if self.process.stdout.readline() != b"ready\n":
            raise RuntimeError("the Django site does not start")

    def stop(self):
        """Ends the process: the end of its input tells it to, and a signal would if it did not listen."""
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def is_open(browser, site):
    """Whether the protected page is shown without asking anybody."""
    return browser.session.get(site.root + "/protected", allow_redirects=False, timeout=20).status_code == 200


def visit(version):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(version, folder)
        try:
            return seen(site, version)
        finally:
            site.stop()


def seen(site, version):
    browser = Browser(request["username"], request["password"])
    other = Browser("msmith", "msmith")
    before = is_open(browser, site)
    answer = browser.visit(site.root + "/protected")
    page = answer.json()
    ticket = next(
        urllib.parse.parse_qs(urllib.parse.urlsplit(step.url).query)["ticket"][0]
        for step in answer.history
        if "ticket=" in step.url
    )
    other_user = other.visit(site.root + "/protected").json()["user"]
    service = next(step.url for step in answer.history if "ticket=" in step.url)
    replay = requests.Session()
    replay.trust_env = False
    replayed = replay.get(service, allow_redirects=False, timeout=20).status_code
    report = {
        "before": before,
        "user": page["user"],
        "attributes": {
            name: value if isinstance(value, list) else [value] for name, value in page["attributes"].items()
        },
        "otherUser": other_user,
        "replayed": replayed,
        "proxied": proxied(browser, site) if version == "3" else None,
        "open": is_open(browser, site),
    }
    # Signing out at the issuer alone: the site hears of it on the back channel.
    browser.session.get(request["cas"] + "/logout", timeout=20)
    report["openAfterLogout"] = is_open(browser, site)
    report["othersOpen"] = is_open(other, site)
    # Signing out at the site leads by the issuer and back.
    left = other.session.get(site.root + "/accounts/logout?next=/", timeout=20)
    report["leftTo"] = left.url.removeprefix(site.root) if left.url.startswith(site.root) else left.url
    report["othersOpenAfterLogout"] = is_open(other, site)
    report["ticketIsLong"] = len(ticket) > 60
    return report


def proxied(browser, site):
    """What a second service sees of a user of the site."""
    backend = site.root + "/backend"
    ticket = browser.session.get(site.root + "/proxy-ticket", params={"service": backend}, timeout=20).text
    library = cas.CASClient(version=3, service_url=backend, server_url=request["cas"] + "/")
    library.url_suffix = "p3/proxyValidate"
    return library.verify_ticket(ticket)[0]


json.dump({version: visit(version) for version in ["1", "2", "3", "CAS_2_SAML_1_0"]}, sys.stdout)
