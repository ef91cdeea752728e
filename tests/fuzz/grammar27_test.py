#!/usr/bin/env python3
"""Programs made from Python 2.7's grammar: those that a 2.7 compiles, py3k must read as it does, and must not refuse.

    grammar27_test.py DUMP [--count N] [--seed N] [-j N]

Reads $PY3K, the program to test. DUMP is tests/oracle/py3k_dump. What is read is held against 2.7's own ast: statements
with their lines, and the shape of all expressions. A program that holds what only a person can convert (a module called
async, `import *` in a function, a yield in a comprehension) and that is refused with a finding that says so counts as neither. ctest makes 2,000 programs; before a release, and after changes to the lexer or to a
fixer of syntax, make 100,000 (about ten minutes on two cores):

    PY3K=build/dev/bin/py3k python3 tests/fuzz/grammar27_test.py build/dev/bin/py3k_dump --count 115000 -j 2
"""

import argparse
import concurrent.futures
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import generate27  # noqa: E402
import pythons  # noqa: E402

BATCH = 1000
SHOWN = 25
# They find what only a person can write anew.
UNCONVERTIBLE = ("comprehension_yield", "local_star_import")


def ask(command, programs):
    """One decoded line of JSON for each program. What a 2.7 crashes of, as it does now and then, is none to it."""
    done = subprocess.run(command + ["--programs"], input=b"".join(p.encode("latin-1") + b"\0" for p in programs),
                          stdout=subprocess.PIPE, check=False)
    if done.returncode < 0 and command[0] != sys.argv[1]:
        if len(programs) == 1:
            print("%s ends with signal %d: %r" % (command[0], -done.returncode, programs[0]))
            return [{"failed": "signal"}]
        half = len(programs) // 2
        return ask(command, programs[:half]) + ask(command, programs[half:])
    done.check_returncode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def difference(want, have):
    if have["error"]:
        return "py3k can't parse it"
    for key in ("prints", "execs", "reprs", "statements", "expressions"):
        if want[key] != have[key]:
            return "%s: Python 2.7 has %s, py3k %s" % (key, want[key], have[key])
    return None


def is_named(entry):
    """Is the file refused for what a finding says?"""
    if entry["reason"].endswith("yield stands outside of a function"):
        return True  # 2.7 doesn't look at code that never runs, such as the else of `if 1`
    if any(finding["fixer"] in UNCONVERTIBLE for finding in entry["findings"]):
        return True
    manual = [finding["message"] for finding in entry["findings"] if finding["safety"] == "manual"]
    return any(re.match(r"line \d+: " + re.escape(message) + "$", entry["reason"]) for message in manual)


def refusals(py3k, programs):
    """{number of a program: (why py3k fails on it, whether for what a finding says)}"""
    with tempfile.TemporaryDirectory() as folder:
        for number, program in enumerate(programs):
            with open(os.path.join(folder, "p%d.py" % number), "wb") as stream:
                stream.write(program.encode("latin-1"))
        report = subprocess.run([py3k, "--no-config", "-j1", "--format", "json", folder], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)
        if report.returncode not in (0, 1, 2, 3):
            return {0: ("py3k ended with %d: %s" % (report.returncode, report.stderr.decode()[:200]), False)}
        return {int(re.search(r"p(\d+)\.py$", entry["path"]).group(1)): (entry["reason"], is_named(entry))
                for entry in json.loads(report.stdout)["files"] if entry["outcome"] == "failed"}


def check(job):
    programs, oracle, dump, py3k = job
    pairs = [(p, want) for p, want in zip(programs, ask(oracle, programs)) if "failed" not in want]
    compiled = [p for p, _ in pairs]
    misread = [(p, difference(want, have)) for (p, want), have in zip(pairs, ask([dump], compiled)) if difference(want, have)]
    refused, named = [], 0
    for number, (reason, by_finding) in refusals(py3k, compiled).items():
        if by_finding:
            named += 1
        else:
            refused.append((compiled[number], reason))
    return len(compiled), named, misread, refused


def batches(items):
    items = iter(items)
    while batch := list(itertools.islice(items, BATCH)):
        yield batch


def show(title, found):
    for program, problem in sorted(found, key=lambda pair: len(pair[0]))[:SHOWN]:
        print("%s: %s\n    %r" % (title, problem, program))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dump")
    parser.add_argument("--count", type=int, default=2000, metavar="N", help="how many to make; 2.7 compiles nine in ten")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("-j", type=int, default=1, metavar="N", dest="jobs")
    options = parser.parse_args()

    python2 = pythons.find_python2()
    if not python2:
        pythons.skip("no Python 2.7 found (PY3K_PYTHON2, pyenv, python2.7 on PATH)")
    oracle = [python2, os.path.join(os.path.dirname(HERE), "oracle", "oracle27.py")]

    total = accepted = 0
    misread, refused = [], []
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        jobs = [(batch, oracle, options.dump, os.environ["PY3K"])
                for batch in batches(generate27.programs(options.seed, options.count))]
        for compiled, named, batch_misread, batch_refused in pool.map(check, jobs):
            total += compiled
            accepted += named
            misread += batch_misread
            refused += batch_refused
    show("read wrongly", misread)
    show("refused", refused)
    print("grammar27: %d programs of %d compile; %d are read wrongly, %d refused, %d refused for what a person has to do"
          % (total, options.count, len(misread), len(refused), accepted))
    return 1 if misread or refused or not total else 0


if __name__ == "__main__":
    sys.exit(main())
