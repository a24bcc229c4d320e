"""Prints what the rounds of `compare-with-pronotepy` measured, and the ratio of the medians.

    python summarise_rounds.py TITLE FOLDER

The folder holds `ours-N.json`, `pronotepy-N.json` and `ours8-N.json`.
"""

import json
import pathlib
import statistics
import sys

title, folder = sys.argv[1], pathlib.Path(sys.argv[2])
names = {"ours": "trousse", "ours8": "trousse, 8 at a time", "pronotepy": "pronotepy"}
rounds = {key: [json.loads(p.read_text()) for p in sorted(folder.glob(f"{key}-*.json"))] for key in names}


def cpu(report: dict) -> float:
    return report["cpuSecondsPerLogin"] * 1000


print(f"\n{title}: {len(rounds['ours'])} rounds of {rounds['ours'][0]['count']} logins and weeks each")
print(f"{'':22}{'CPU ms':>9}{'rounds':>24}{'p50 ms':>9}{'p99 ms':>9}{'logins/s':>10}{'requests':>10}{'peak MB':>9}")
for key, name in names.items():
    reports = rounds[key]
    median = lambda value: statistics.median(value(r) for r in reports)
    spread = " ".join(f"{cpu(r):.2f}" for r in reports)
    print(
        f"{name:22}{median(cpu):9.2f}{spread:>24}"
        f"{median(lambda r: r['wallSeconds']['p50'] * 1000):9.2f}{median(lambda r: r['wallSeconds']['p99'] * 1000):9.2f}"
        f"{median(lambda r: r['loginsPerSecond']):10.1f}{median(lambda r: r['requestsPerLogin']):10g}"
        f"{max(r['peakMemoryBytes'] for r in reports) / 1e6:9.1f}"
    )
theirs = statistics.median(cpu(r) for r in rounds["pronotepy"])
for key, note in ("ours", "one at a time"), ("ours8", "8 at a time"):
    ratio = theirs / statistics.median(cpu(r) for r in rounds[key])
    print(f"CPU of pronotepy to trousse, {note}: {ratio:.1f} to 1")
