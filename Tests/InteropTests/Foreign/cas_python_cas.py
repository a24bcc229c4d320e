"""Drives python-cas against the CAS issuer of the school. Reads JSON, prints what the library made of the answers."""

import json
import sys

import cas

from cas_browser import Browser, Service

request = json.load(sys.stdin)
root = request["cas"] + "/"
service = Service()
browser = Browser(request["username"], request["password"])
page = service.root + "/protected?next=%2Fhome&name=O'Brien"
other = service.root + "/protected?next=%2Fhome"
validated = []


def client(version, service_url=page, **more):
    made = cas.CASClient(version=version, service_url=service_url, server_url=root, **more)
    made.session.trust_env = False
    return made


def seen(version):
    """What the library sees of a good ticket, of the same one again, and of one for another service."""
    library = client(version)
    ticket = browser.ticket(library.get_login_url())
    user, attributes, _ = library.verify_ticket(ticket)
    validated.append(ticket)
    replayed = library.verify_ticket(ticket)[0]
    elsewhere = client(version, other).verify_ticket(browser.ticket(library.get_login_url()))[0]
    lists = {name: value if isinstance(value, list) else [value] for name, value in (attributes or {}).items()}
    return {"user": user, "attributes": lists, "replayed": replayed, "elsewhere": elsewhere}


def proxied():
    """What a second service sees of somebody who signed in at the first."""
    library = client(3, proxy_callback=service.root + "/pgt")
    ticket = browser.ticket(library.get_login_url())
    user, _, iou = library.verify_ticket(ticket)
    validated.append(ticket)
    backend = client(3, service.root + "/backend")
    backend.url_suffix = "p3/proxyValidate"
    proxy_ticket = backend.get_proxy_ticket(service.granting_tickets[iou])
    answer = backend.get_verification_response(proxy_ticket)
    backend_user, attributes, _ = backend.verify_response(answer)
    validated.append(proxy_ticket)
    try:
        backend.get_proxy_ticket("PGT-unknown")
        refused = "accepted"
    except cas.CASError:
        refused = "refused"
    strict = client(3, service.root + "/backend")
    as_service_ticket = strict.verify_ticket(backend.get_proxy_ticket(service.granting_tickets[iou]))[0]
    broken = client(3, proxy_callback=service.root + "/broken")
    ticket = browser.ticket(broken.get_login_url())
    without = broken.verify_ticket(ticket)
    validated.append(ticket)
    return {
        "user": user,
        "backendUser": backend_user,
        "displayName": attributes["displayName"],
        "namesProxy": (service.root + "/pgt").encode() in answer,
        "unknown": refused,
        "asServiceTicket": as_service_ticket,
        "withoutCallback": [without[0], without[2]],
    }


def logged_out():
    """What services are told when the browser signs out, and where the browser ends up."""
    library = client(3)
    answer = browser.visit(library.get_logout_url(page))
    indexes = [cas.CASClientV3.get_saml_slos(told["xml"])[0].text for told in service.logout_requests]
    pairs = zip(service.logout_requests, indexes)
    return {
        "endedAt": answer.url == page,
        "told": sorted(indexes) == sorted(validated),
        "count": len(indexes),
        "verified": all(cas.CASClientV3.verify_logout_request(told["xml"], index) for told, index in pairs),
        "forAnother": cas.CASClientV3.verify_logout_request(service.logout_requests[0]["xml"], "ST-other"),
        "paths": sorted({told["path"] for told in service.logout_requests}),
        "asksAgain": "password" in browser.session.get(library.get_login_url(), timeout=20).text,
    }


# Once per browser: single sign-on does the rest.
report = {
    "protocols": {name: seen(version) for name, version in [("1", 1), ("2", 2), ("3", 3), ("saml", "CAS_2_SAML_1_0")]},
    "proxy": proxied(),
    "formsFilled": browser.forms_filled,
}
report["logout"] = logged_out()
json.dump(report, sys.stdout)
