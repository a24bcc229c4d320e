#!/usr/bin/env python3
"""Measures the protected page of Examples/cas-protected-site and of the Flask guide's application, in turns.

    make bench-cas      (with TROUSSE_JUDGES set to what Scripts/prepare-judges made, and wrk from Debian)

Both sign in through the same stub CAS server; then wrk asks for the protected page with the session's cookie. BENCH_SECONDS:
length of a round, 8 unless set. BENCH_ROUNDS: rounds, 3 unless set. Prints a table on stderr and JSON on stdout.

Processor time is user and system time of the server's processes, from /proc: the load generator and the CAS server are
in neither figure. "Per core" is requests by second of processor time.
"""

import contextlib
import http.cookiejar
import json
import os
import pathlib
import platform
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/InteropTests/Foreign"))
from stub_cas import StubCAS  # noqa: E402

SECONDS = int(os.environ.get("BENCH_SECONDS", "8"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
CONNECTIONS = 16

# The application of the guide ("Using with Flask", PyCAS-SSO), as it stands there. Only its addresses are others: with
# the guide's own no ticket is ever valid.
FLASK = '''
from flask import Flask, request, session, redirect, url_for
from decouple import config
from pycas_sso.cas import CASClient
from pycas_sso.errors import CASServiceAuthenticationFailure
app = Flask(__name__)
app.secret_key = b'_5#y2L"F4Q8z\\n\\xec]/'
@app.route('/')
def homepage():
    return "Welcome to the Homepage!"
@app.route('/login')
def login():
    if not session.get('authenticated', False):
        ticket = request.args.get('ticket', None)
        with CASClient.create(config('CAS_PROVIDER'), config('SERVICE_URL'), config('LOGIN_URL')) as client:
            if ticket is None:
                login_form_url = client.login_form_url()
                return redirect(login_form_url)
            try:
                validate_data = client.service_validate(ticket)
                session['authenticated'] = True
                session['username'] = validate_data.username
            except CASServiceAuthenticationFailure as err:
                return f"Authentication failed: {err}", 401
    return redirect(url_for('protected'))
@app.route('/protected')
def protected():
    if not session.get('authenticated', False):
        return "Access denied. Please log in first.", 401
    username = session['username']
    return f"Welcome to the protected page, {username}!"
'''


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def family(process):
    """A process and its descendants."""
    found = [process]
    for task in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text().split():
            found += family(int(child))
    return found


def cpu(process):
    """User and system time of a process and its descendants, in seconds."""
    ticks = 0
    for number in family(process):
        fields = pathlib.Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(process):
    """Resident memory of a process and its descendants, in megabytes."""
    text = "".join(pathlib.Path(f"/proc/{n}/status").read_text() for n in family(process))
    return sum(map(int, re.findall(r"VmRSS:\s+(\d+) kB", text))) / 1024


@contextlib.contextmanager
def running(command, environment, folder, url):
    process = subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(url, timeout=5).read()
                break
            if process.poll() is not None:
                raise SystemExit(f"compare_with_flask: {command[0]} does not start")
            time.sleep(0.05)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def sign_in(site):
    """Signs in at the CAS server's form, as a browser does. Returns the value of the Cookie header."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = opener.open(site + "/login", timeout=10)
    body = urllib.parse.urlencode({"username": "lou", "password": "secret"}).encode()
    page = opener.open(form.url, body, timeout=10)
    if page.status != 200 or b"lou" not in page.read():
        raise SystemExit(f"compare_with_flask: no sign-in at {site}")
    return "; ".join(f"{c.name}={c.value}" for c in jar if c.name != "TGC")


def load(site, cookie, process, seconds):
    """One round: requests and processor time."""
    start = cpu(process)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", f"Cookie: {cookie}", site + "/protected"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used = cpu(process) - start
    if "Non-2xx" in text:
        raise SystemExit(f"compare_with_flask: the page was refused:\n{text}")
    count, took = re.search(r"(\d+) requests in ([\d.]+)s", text).groups()
    return {"perSecond": int(count) / float(took), "perCore": int(count) / used, "cpu": used, "requests": int(count)}


def main():
    program, python = os.path.abspath(sys.argv[1]), pathlib.Path(os.environ["TROUSSE_JUDGES"], "flask-cas/bin/python")
    server = StubCAS().start()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        pathlib.Path(folder, "main.py").write_text(FLASK)
        sites = {}
        for name in ("Trousse", "Flask guide"):
            port = free_port()
            base = f"http://127.0.0.1:{port}"
            environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "CAS_PROVIDER": server.url, "PORT": str(port),
                           "LOGIN_URL": base + "/login"}
            if name == "Trousse":
                environment["SERVICE_URL"] = base
                command = [program]
            else:
                environment["SERVICE_URL"] = base + "/login"
                command = [str(python), "-m", "gunicorn", "--workers", "1", "--bind", f"127.0.0.1:{port}", "main:app"]
            process = stack.enter_context(running(command, environment, folder, base + "/"))
            sites[name] = (base, sign_in(base), process)
        for site in sites.values():
            load(*site, 2)
        rounds = {name: [] for name in sites}
        for _ in range(ROUNDS):
            for name, site in sites.items():
                rounds[name].append(load(*site, SECONDS))
        report = {
            name: {key: round(statistics.median(r[key] for r in results), 1) for key in results[0]}
            | {"memory": round(memory(sites[name][2]), 1)}
            for name, results in rounds.items()
        }
    versions = subprocess.run(
        [python, "-c", "import importlib.metadata as m; print(*(f'{p} {m.version(p)}' for p in "
         "('flask', 'gunicorn', 'pycas-sso')), sep=', ')"], capture_output=True, text=True, check=True).stdout.strip()
    ratio = report["Trousse"]["perCore"] / report["Flask guide"]["perCore"]
    print(f"{versions}, Python {platform.python_version()}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; "
          f"medians of {ROUNDS} rounds of {SECONDS} s, {CONNECTIONS} connections", file=sys.stderr)
    print(f"{'':12} {'requests/s':>11} {'per core':>10} {'CPU s':>7} {'MB':>6}", file=sys.stderr)
    for name, row in report.items():
        print(f"{name:12} {row['perSecond']:11.0f} {row['perCore']:10.0f} {row['cpu']:7.1f} {row['memory']:6.0f}", file=sys.stderr)
    print(f"{ratio:.1f} times the requests per core", file=sys.stderr)
    print(json.dumps({"rounds": rounds, "medians": report, "ratioPerCore": round(ratio, 2)}))


if __name__ == "__main__":
    main()
