"""Makes the site's database and serves it on the port that the environment names, until standard input ends."""

import os
import socketserver
import sys
import threading
import wsgiref.simple_server

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True


class Handler(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *arguments):
        pass


application = get_wsgi_application()
call_command("migrate", verbosity=0)
server = wsgiref.simple_server.make_server(
    "127.0.0.1", int(os.environ["SITE_PORT"]), application, server_class=Server, handler_class=Handler
)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", flush=True)
sys.stdin.read()
