"""Our own programs, as whoever develops an application starts them: the example site, and the school's CAS issuer."""

import json
import os
import socket
import subprocess


def free_port():
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """A program that says in its first line that it is ready. Ends with the block that it is used in."""

    def __init__(self, command, environment, folder):
        self.command = [os.path.abspath(command[0]), *command[1:]]
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": folder, **environment}
        self.folder = folder
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            self.command, env=self.environment, cwd=self.folder, stdout=subprocess.PIPE, text=True
        )
        self.first_line = self.process.stdout.readline()
        if not self.first_line.startswith(self.GREETING):
            self.stop()
            raise RuntimeError(f"{os.path.basename(self.command[0])} does not start: {self.first_line}")

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Site(Program):
    """Examples/cas-protected-site. An exact one has no query in the service that it names to the CAS server."""

    GREETING = "listening on"

    def __init__(self, program, folder, cas, port, path="/login", is_exact=False, **environment):
        self.base = f"http://127.0.0.1:{port}"
        self.login = self.base + path
        environment.update(CAS_PROVIDER=cas, SERVICE_URL=self.base, LOGIN_URL=self.login, PORT=str(port))
        environment["SERVICE_EXACT"] = "yes" if is_exact else "no"
        super().__init__([program], environment, folder)


class School(Program):
    """`trousse school serve`, whose CAS issuer works for the services that are named, or for all on this machine."""

    GREETING = '{"pronote":'

    def __init__(self, program, folder, services=()):
        declared = [word for service in services for word in ("--cas-service", service)]
        super().__init__([program, "school", "serve", "--today", "2026-11-17", *declared], {}, folder)
        self.cas = json.loads(self.first_line)["cas"]
