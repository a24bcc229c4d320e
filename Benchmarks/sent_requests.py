"""Counts what this process sends with requests, the HTTP library of pronotepy, from the import on."""

import requests

count = 0
send = requests.Session.send


def counting_send(*arguments, **options):
    global count
    count += 1
    return send(*arguments, **options)


requests.Session.send = counting_send
