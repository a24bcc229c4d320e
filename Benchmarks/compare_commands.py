"""Measures five commands in a row at a school that answers after 30 ms, as a person types them: the request budget is on.

    python compare_commands.py TROUSSE PYTHON [--rounds 3] [--latency 30]

TROUSSE is the tool, PYTHON an interpreter that has pronotepy. Prints for each round seconds, requests and logins of
`trousse` behind a `trousse login`, of `trousse` with a login of its own, and of pronotepy in a process for each command.
Ends with 1 when a command fails or when trousse takes more requests or logins than it has to.
"""

import argparse
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import zoneinfo

PASSWORD = "pronotevs"
HERE = pathlib.Path(__file__).parent


class School:
    """A school that `trousse school serve` runs for as long as the block."""

    def __init__(self, trousse: str, latency: int):
        self.command = [trousse, "school", "serve", "--fault", f"latency={latency}"]

    def __enter__(self) -> str:
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return json.loads(self.process.stdout.readline())["pronote"]

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def run(command: list[str], **options) -> subprocess.CompletedProcess:
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode != 0 or not result.stdout:
        sys.exit(f"{' '.join(command)}: {result.returncode} {result.stderr}")
    return result


class Trousse:
    def __init__(self, tool: str, folder: str):
        # There is no terminal here, but a person would have one.
        self.command = lambda *words: [tool, *words, "--vault", folder, "--no-unattended"]
        self.environment = {"HOME": folder, "PATH": os.environ["PATH"], "NO_PROXY": "127.0.0.1"}
        monday = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date()
        monday -= datetime.timedelta(days=monday.weekday())
        following = [str(monday + datetime.timedelta(days=days)) for days in (7, 13)]
        self.commands = [
            ["timetable"],
            ["homework"],
            ["grades"],
            ["averages"],
            ["timetable", "--from", following[0], "--to", following[1]],
        ]
        run(self.command("accounts", "--set", "appliesToLoopback=on"), env=self.environment)

    def login(self, url: str) -> float:
        start = time.perf_counter()
        words = ["login", url, "--username", "demonstration", "--password-stdin"]
        run(self.command(*words), env=self.environment, input=PASSWORD)
        return time.perf_counter() - start

    def end_session(self):
        run(self.command("logout", "--session", "--json"), env=self.environment)

    def used(self) -> tuple[int, int]:
        report = json.loads(run(self.command("accounts", "--budget", "--json"), env=self.environment).stdout)
        host = next(budget for budget in report["budgets"] if budget["name"].startswith("host "))
        return host["requests"], host["logins"]

    def five(self) -> dict:
        before = self.used()
        start = time.perf_counter()
        for words in self.commands:
            run(self.command(*words), env=self.environment)
        seconds = time.perf_counter() - start
        after = self.used()
        return {"seconds": seconds, "requests": after[0] - before[0], "logins": after[1] - before[1]}


def pronotepy(python: str, url: str, password_file: str) -> dict:
    start = time.perf_counter()
    requests = 0
    for page in ("timetable", "homework", "grades", "averages", "next-week"):
        command = [python, str(HERE / "pronotepy_command.py"), f"{url}/eleve.html", "demonstration", password_file, page]
        requests += int(run(command, env={"PATH": os.environ["PATH"], "NO_PROXY": "127.0.0.1"}).stderr.splitlines()[-1])
    return {"seconds": time.perf_counter() - start, "requests": requests, "logins": 5}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("trousse")
    parser.add_argument("python")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=int, default=30)
    options = parser.parse_args()
    names = ["trousse, signed in", "trousse, with a login", "pronotepy"]
    rounds: dict[str, list[dict]] = {name: [] for name in names}
    with School(options.trousse, options.latency) as url, tempfile.TemporaryDirectory() as folder:
        password_file = f"{folder}/password"
        pathlib.Path(password_file).write_text(PASSWORD)
        for number in range(options.rounds):
            vault = f"{folder}/{number}"
            trousse = Trousse(options.trousse, vault)
            login = trousse.login(url)
            rounds[names[0]].append(trousse.five())
            trousse.end_session()
            rounds[names[1]].append(trousse.five())
            rounds[names[2]].append(pronotepy(options.python, url, password_file))
            print(f"round {number + 1}: trousse login took {login:.2f} s", file=sys.stderr)
    print(f"\nFive commands in a row, a process each, at a school that answers after {options.latency} ms, budget on")
    print(f"{'':24}{'seconds':>9}{'rounds':>24}{'requests':>10}{'logins':>8}")
    for name in names:
        results = rounds[name]
        spread = " ".join(f"{result['seconds']:.2f}" for result in results)
        median = statistics.median(result["seconds"] for result in results)
        requests, logins = (max(result[key] for result in results) for key in ("requests", "logins"))
        print(f"{name:24}{median:9.2f}{spread:>24}{requests:10}{logins:8}")
    limits = {names[0]: (5, 0), names[1]: (10, 1)}
    return int(any((r["requests"], r["logins"]) > limits[name] for name in limits for r in rounds[name]))


if __name__ == "__main__":
    sys.exit(main())
