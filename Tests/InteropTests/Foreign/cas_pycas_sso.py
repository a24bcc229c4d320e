"""Drives pycas-sso against the CAS issuer of the school. Reads JSON, prints what the library made of the answers."""

import json
import sys

from pycas_sso.cas import CASClient
from pycas_sso.clients.core import CASClientBase
from pycas_sso.errors import CASProxyFailure, CASServiceAuthenticationFailure

from cas_browser import Browser, Service

request = json.load(sys.stdin)
service = Service()
browser = Browser(request["username"], request["password"])
page = service.root + "/protected?next=%2Fhome&name=O'Brien"
validated = []


def client(service_url=page):
    # The library signs in with one of the two addresses and validates with the other: they have to be the same.
    made = CASClient.create(request["cas"], service_url, service_url, http_lib="requests")
    made.http.trust_env = False
    return made


def attempt(call, *arguments, **more):
    """The user whom the library names, nothing when it refuses."""
    try:
        return call(*arguments, **more).username
    except CASServiceAuthenticationFailure:
        return None


library = client()
other = client(service.root + "/protected")
METHODS = {
    "1": (lambda c, t: c.validate(t)),
    "2": (lambda c, t: c.service_validate(t)),
    "3": (lambda c, t: c.service_validate(t, version=3)),
    "proxy2": (lambda c, t: c.proxy_validate(t)),
    "proxy3": (lambda c, t: c.proxy_validate(t, version=3)),
    "saml": (lambda c, t: c.saml_validate(t)),
}


def seen(method):
    ticket = browser.ticket(library.login_form_url())
    data = METHODS[method](library, ticket)
    validated.append(ticket)
    attributes = {name: value if isinstance(value, list) else [value] for name, value in (data.attrs or {}).items()}
    return {
        "user": data.username,
        "attributes": attributes,
        "replayed": attempt(METHODS[method], library, ticket),
        "elsewhere": attempt(METHODS[method], other, browser.ticket(library.login_form_url())),
    }


def proxied():
    ticket = browser.ticket(library.login_form_url())
    data = library.service_validate(ticket, pgt_url=service.root + "/pgt", version=3)
    validated.append(ticket)
    granting = service.granting_tickets[data.proxy_granting_ticket]
    backend = client(service.root + "/backend")
    proxy_ticket = backend.proxy(granting, service.root + "/backend").proxy_ticket
    chained = backend.proxy_validate(proxy_ticket, version=3)
    validated.append(proxy_ticket)
    try:
        backend.proxy("PGT-unknown", service.root + "/backend")
        refused = "accepted"
    except CASProxyFailure:
        refused = "refused"
    again = backend.proxy(granting, service.root + "/backend").proxy_ticket
    ticket = browser.ticket(library.login_form_url())
    without = library.service_validate(ticket, pgt_url=service.root + "/broken", version=3)
    validated.append(ticket)
    return {
        "user": data.username,
        "backendUser": chained.username,
        "displayName": chained.attrs["displayName"],
        "namesProxy": chained.proxies == [service.root + "/pgt"],
        "unknown": refused,
        "asServiceTicket": attempt(backend.service_validate, again),
        "withoutCallback": [without.username, without.proxy_granting_ticket],
    }


def renewed():
    """Tickets that the password was given for, and tickets that it was not given for."""
    shared = attempt(library.service_validate, browser.ticket(library.login_form_url()), renew=True)
    ticket = browser.ticket(library.login_form_url(renew=True))
    fresh = attempt(library.service_validate, ticket, renew=True)
    validated.append(ticket)
    return [shared, fresh]


def logged_out():
    answer = browser.visit(library.logout_url(service=page))
    parsed = [CASClientBase.parse_logout_request(told["xml"].encode()) for told in service.logout_requests]
    return {
        "endedAt": answer.url == page,
        "told": sorted(one.session_id for one in parsed) == sorted(validated),
        "count": len(parsed),
        "verified": all(one.request_id and hasattr(one.issued_at, "year") for one in parsed),
        "forAnother": False,
        "paths": sorted({told["path"] for told in service.logout_requests}),
        "asksAgain": "password" in browser.session.get(library.login_form_url(), timeout=20).text,
    }


report = {"protocols": {method: seen(method) for method in METHODS}, "proxy": proxied(), "renewed": renewed()}
report["formsFilled"] = browser.forms_filled
# Without a session the gateway leads back without a ticket.
stranger = Browser("", "")
report["gateway"] = stranger.visit(library.login_form_url(gateway=True)).url == page
report["logout"] = logged_out()
json.dump(report, sys.stdout)
