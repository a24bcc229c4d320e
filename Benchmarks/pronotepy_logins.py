"""Signs in with pronotepy and reads the current week, many times, one after the other.

    python pronotepy_logins.py URL --username U --password-file F --count N

Prints one JSON object with the keys of `trousse-bench logins --json`, and the lessons per week. Processor time is that
of this process from the first login to the last, without its start and imports.
"""

import argparse
import datetime
import json
import math
import resource
import sys
import time
import zoneinfo

import pronotepy

import sent_requests


def processor_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def peak_memory_bytes() -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--username", required=True)
    parser.add_argument("--password-file", required=True)
    parser.add_argument("--count", type=int, required=True)
    options = parser.parse_args()
    with open(options.password_file) as file:
        password = file.read().removesuffix("\n")
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date()
    monday = today - datetime.timedelta(days=today.weekday())

    lessons = 0
    times = []
    used = processor_seconds()
    start = time.perf_counter()
    for _ in range(options.count):
        begin = time.perf_counter()
        client = pronotepy.Client(options.url, options.username, password)
        lessons += len(client.lessons(monday, monday + datetime.timedelta(days=6)))
        times.append(time.perf_counter() - begin)
    elapsed = time.perf_counter() - start
    used = processor_seconds() - used

    times.sort()
    within = lambda part: times[max(1, math.ceil(part * len(times))) - 1]
    report = {
        "count": options.count,
        "concurrency": 1,
        "failures": 0,
        "requestsPerLogin": sent_requests.count / options.count,
        "cpuSecondsPerLogin": used / options.count,
        "wallSeconds": {"p50": within(0.5), "p95": within(0.95), "p99": within(0.99), "max": times[-1]},
        "loginsPerSecond": options.count / elapsed,
        "peakMemoryBytes": peak_memory_bytes(),
        "lessonsPerWeek": lessons / options.count,
    }
    json.dump(report, sys.stdout)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
