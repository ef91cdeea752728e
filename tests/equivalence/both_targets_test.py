#!/usr/bin/env python3
"""Does a program that was converted with --target 2+3 still print the same, under both Pythons?

    both_targets_test.py [PY3K [NAME]...] [--python3 PY]...

The programs are those of equivalence_test.py, testdata/run. For each:

  - `py3k -w --from 2 --target 2+3` converts a copy, which prints NAME.out under Python 2.7;
  - where nothing was left that has no form for both, it prints the same under Python 3 (the oldest from
    3.8 on, the oldest from 3.10 on, and the newest);
  - a second run with --target 2+3 changes nothing;
  - `py3k -w`, which is not told the language, makes it Python 3: that prints NAME.out as well.

Exits 77 where there is no Python 2.7, or no Python 3.8 or newer.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import equivalence_test as equivalence
from equivalence_test import diff, output_of, pythons, read

LEAST = 30  # programs of which nothing is left: fewer would make the test one of Python 2.7 only


def convert(py3k, path, *options):
    """(what is left to do, None), or (None, what went wrong)."""
    done = subprocess.run([py3k, "-w", "--format", "json", *options, path], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=equivalence.TIME_LIMIT)
    if done.returncode:
        return None, "py3k ended with %d: %s" % (done.returncode, done.stderr.decode("utf-8", "replace"))
    files = json.loads(done.stdout)["files"]
    return [f for file in files for f in file["findings"] if not f["applied"]], None


class Program:
    """One program on its way from Python 2 to both, and on to Python 3."""

    def __init__(self, source, scratch):
        self.want = read(source.out)
        self.copy = source.copy(os.path.join(scratch, source.name))
        self.problems = []
        self.left = []

    def fails(self, what, error):
        if error:
            self.problems.append("%s: %s" % (what, error))
        return bool(error)

    def runs(self, python, title):
        got, error = output_of(python, self.copy.main)
        if got != self.want:
            error = "%s\n%s" % (error or "", diff(self.want, got, title))
        self.fails(title, error)

    def check(self, py3k, python2, python3s):
        self.left, error = convert(py3k, self.copy.path, "--from", "2", "--target", "2+3")
        if self.fails("--target 2+3", error):
            return
        self.runs(python2, "--target 2+3, Python 2.7")
        if not self.left:
            for version, python3 in python3s:
                self.runs(python3, "--target 2+3, Python %d.%d" % version)
        both = self.copy.text()
        _, error = convert(py3k, self.copy.path, "--target", "2+3")
        if not self.fails("second run", error) and self.copy.text() != both:
            self.problems.append("second run changed it again:\n" + diff(both, self.copy.text(), "again"))
        _, error = convert(py3k, self.copy.path)
        if not self.fails("on to Python 3", error):
            for version, python3 in python3s:
                self.runs(python3, "on to Python 3, Python %d.%d" % version)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("py3k", nargs="?", default=os.environ.get("PY3K"))
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these programs")
    parser.add_argument("--python3", action="append", default=[], metavar="PY")
    options = parser.parse_args()
    if not options.py3k or not os.path.isfile(options.py3k):
        parser.error("no program at %s" % (options.py3k or "PY3K"))
    python2 = pythons.find_python2()
    if not python2:
        pythons.skip("no Python 2.7 found (PY3K_PYTHON2, pyenv, PATH)")
    found = {pythons.version_of(p)[:2]: p for p in options.python3} or pythons.find_python3s((3, 8))
    if not found:
        pythons.skip("no Python 3.8 or newer found (PY3K_PYTHON3, pyenv, PATH)")
    wanted = {min(found), max(found)} | set(sorted(v for v in found if v >= (3, 10))[:1])
    python3s = [(v, found[v]) for v in sorted(wanted)]

    programs = []
    with tempfile.TemporaryDirectory(prefix="py3k-both-") as scratch:
        for source in equivalence.programs(equivalence.RUN, options.names):
            program = Program(source, scratch)
            program.check(os.path.abspath(options.py3k), python2, python3s)
            programs.append(program)
            if program.problems:
                print("%s:\n  %s" % (source.name, "\n".join(program.problems).replace("\n", "\n  ")))
    failed = sum(bool(p.problems) for p in programs)
    whole = sum(not p.left for p in programs)
    print("both targets: %d programs, %d failed; %d run under both (Python 2.7, %s)"
          % (len(programs), failed, whole, ", ".join("%d.%d" % v for v, _ in python3s)))
    if not options.names and whole < LEAST:
        print("too few of them run under both: at least %d must" % LEAST)
        return 1
    return 1 if failed or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
