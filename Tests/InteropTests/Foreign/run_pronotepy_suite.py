"""Runs the test suite that lies inside pronotepy's wheel against a school of ours.

    python run_pronotepy_suite.py http://127.0.0.1:PORT/pronote

Nothing of the suite is changed except the address of the vendor's demo host. The last line on standard output is a JSON
object with what ran; the status is 0 only when everything ran and passed.
"""

import importlib.metadata
import importlib.util
import json
import logging
import pathlib
import re
import sys
import types
import unittest
import warnings

DEMO_ROOT = "https://demo.index-education.net/pronote"

# Part of the wheel, and testing nothing without the network beyond the school: the suite of the portals.
SUITES = ["test_pronotepy.py", "test_grade_parsing.py"]


class Relogins(logging.Handler):
    """Counts how often pronotepy signed in anew after an error, which no test would notice."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        if "turning it off and on again" in record.getMessage():
            Relogins.count += 1


def load(path: pathlib.Path, root: str) -> types.ModuleType:
    """A test module from its source, with our address in place of the demo host's."""
    source = path.read_text(encoding="utf-8")
    if path.name == "test_pronotepy.py" and source.count(DEMO_ROOT) < 3:
        raise SystemExit(f"{path.name} asks another host than {DEMO_ROOT}: the address cannot be patched")
    source = source.replace(DEMO_ROOT, root)
    if re.search(r"index-education\.net/", source):
        raise SystemExit(f"{path.name} still asks a host of the vendor")
    module = types.ModuleType(path.stem)
    module.__file__ = str(path)
    sys.modules[path.stem] = module
    exec(compile(source, str(path), "exec"), module.__dict__)
    return module


def main() -> int:
    root = sys.argv[1].rstrip("/")
    folder = pathlib.Path(importlib.util.find_spec("pronotepy").origin).parent
    suite = unittest.TestSuite()
    logging.getLogger("pronotepy").setLevel(logging.INFO)
    logging.getLogger("pronotepy").addHandler(Relogins())
    # "collection empty - cannot test properly" and its like: the suite passes on nothing, we do not.
    warnings.filterwarnings("error", message=".*cannot test properly.*")
    for name in SUITES:
        suite.addTests(unittest.defaultTestLoader.loadTestsFromModule(load(folder / name, root)))
    expected = suite.countTestCases()
    result = unittest.TextTestRunner(stream=sys.stderr, verbosity=2, warnings=None).run(suite)
    summary = {
        "pronotepy": importlib.metadata.version("pronotepy"),
        "found": expected,
        "run": result.testsRun,
        "failures": [test.id() for test, _ in result.failures],
        "errors": [getattr(test, "id", lambda: str(test))() for test, _ in result.errors],
        "skipped": [test.id() for test, _ in result.skipped],
        "relogins": Relogins.count,
    }
    print(json.dumps(summary))
    complete = not result.skipped and expected > 0 and result.testsRun == expected
    return 0 if result.wasSuccessful() and complete and Relogins.count == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
