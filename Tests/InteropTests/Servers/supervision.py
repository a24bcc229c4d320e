"""What the start scripts of the real servers share: a process group that leaves nothing behind.

A server ends when it is told to (SIGTERM, SIGINT), when its own process ends, when its parent ends, or when its standard
input comes to an end: the test that holds the other end of that pipe is gone then, however it went. Its work folder goes
with it.
"""

import ctypes
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

LOOPBACK = "127.0.0.1"
PR_SET_PDEATHSIG = 1


class Supervision:
    """A private work folder, and the processes that belong to this server."""

    def __init__(self, name):
        self.name = name
        self.children = []
        self.ending = threading.Lock()
        # A shell with job control and Foundation have made the group already.
        if os.getpgrp() != os.getpid():
            os.setpgid(0, 0)
        self.folder = tempfile.mkdtemp(prefix="trousse-%s-" % name, suffix="-%d" % os.getpid())
        endings = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
        # Whoever started this may have blocked signals, and what is blocked stays so in a child.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, endings)
        for number in endings:
            signal.signal(number, lambda number, frame: self.end(0))
        if not sys.stdin.isatty():
            threading.Thread(target=self._watch_input, daemon=True).start()

    def path(self, *parts):
        """A path in the work folder."""
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        """Writes a file of the work folder and returns its path."""
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def start(self, command, environment=None, log="server.log"):
        """Starts a process in this group. It ends when this one does, even if this one is killed."""

        def die_with_parent():
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

        with open(self.path(log), "ab") as output:
            child = subprocess.Popen(
                command,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                preexec_fn=die_with_parent if sys.platform == "linux" else None,
            )
        self.children.append(child)
        return child

    def last_words(self, log="server.log"):
        """The end of a log."""
        with open(self.path(log), encoding="utf-8", errors="replace") as file:
            return "".join(file.readlines()[-20:])

    def fail(self, message):
        """Says what went wrong and ends everything."""
        sys.stderr.write("%s: %s\n" % (self.name, message))
        self.end(69)

    def end(self, status):
        """Ends every process of the group, removes the work folder, and this process."""
        if not self.ending.acquire(blocking=False):
            return
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.killpg(0, signal.SIGTERM)
        for child in self.children:
            try:
                child.wait(2)
            except subprocess.TimeoutExpired:
                pass
        shutil.rmtree(self.folder, ignore_errors=True)
        # Whatever did not listen is killed, and this process with it.
        if any(child.poll() is None for child in self.children):
            os.killpg(0, signal.SIGKILL)
        os._exit(status)

    def wait(self):
        """Until a process ends by itself, which is a failure."""
        while all(child.poll() is None for child in self.children):
            time.sleep(0.2)
        self.fail("the server ended by itself:\n" + self.last_words())

    def _watch_input(self):
        # Another program that the test started may hold the pipe open, too.
        parent = os.getppid()
        try:
            while os.getppid() == parent:
                if select.select([0], [], [], 0.5)[0] and not os.read(0, 4096):
                    break
        except OSError:
            pass
        # Signals belong to the main thread.
        os.kill(os.getpid(), signal.SIGTERM)

    def certificate(self, host=LOOPBACK):
        """Makes an authority and a certificate of it for one name of this machine, and no other.

        Returns the paths of the authority, of the certificate, and of its key.
        """
        names = "subjectAltName=%s:%s" % ("IP" if host == LOOPBACK else "DNS", host)
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        os.makedirs(self.path("tls"), exist_ok=True)
        authority, authority_key = self.path("tls/authority.pem"), self.path("tls/authority.key")
        own, own_key = self.path("tls/server.pem"), self.path("tls/server.key")
        request = self.path("tls/server.csr")
        extensions = self.write("tls/server.cnf", names + "\nextendedKeyUsage=serverAuth\n")
        for command in (
            ["req", "-x509", *key, "-days", "2", "-subj", "/CN=Trousse test authority", "-keyout", authority_key,
             "-out", authority],
            ["req", "-new", *key, "-subj", "/CN=" + host, "-keyout", own_key, "-out", request],
            ["x509", "-req", "-in", request, "-CA", authority, "-CAkey", authority_key, "-CAcreateserial",
             "-days", "2", "-extfile", extensions, "-out", own],
        ):
            made = subprocess.run(["openssl", *command], capture_output=True)
            if made.returncode:
                self.fail("openssl made no certificate: " + made.stderr.decode("utf-8", "replace"))
        return authority, own, own_key


def free_port():
    """A port of the loopback interface that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def say(**values):
    """One line of JSON on standard output. Keys without a value are left out."""
    line = json.dumps({key: value for key, value in values.items() if value is not None}, ensure_ascii=False)
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Service:
    """A declared application: `URL [proxy] [logout] [user=ATTRIBUTE] [only=USER] [level=NUMBER]`."""

    USAGE = "URL [proxy] [logout] [user=ATTRIBUTE] [only=USER] [level=NUMBER]"

    def __init__(self, text):
        self.url, *rights = text.split()
        self.proxy = self.logout = False
        self.user = self.only = self.level = None
        for right in rights:
            name, _, value = right.partition("=")
            if name in ("proxy", "logout") and not value:
                setattr(self, name, True)
            elif name in ("user", "only", "level") and value:
                setattr(self, name, value)
            else:
                raise ValueError(right)
