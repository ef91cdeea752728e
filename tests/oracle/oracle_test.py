#!/usr/bin/env python3
"""Compares py3k's tree of Python 2 files with Python 2.7's own ast, statement by statement.

    oracle_test.py DUMP [--corpus DIR]... [--list FILE] [--limit N] [-j N]

DUMP is the helper that prints what py3k sees: for each path on stdin, in the same order, a line

    {"path": ..., "error": false, "prints": n, "execs": n, "reprs": n, "statements": [[line, kind], ...]}

in the terms of oracle27.py, which prints the same for Python 2.7; "error" says that the tree has
an ERROR or MISSING node. Files that Python 2.7 cannot compile are left out. Without --corpus the
files are Python 2.7's own library. Exits 1 on any difference, 77 where there is no Python 2.7.
"""

import argparse
import concurrent.futures
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import pythons  # noqa: E402

CHUNK = 100
SHOWN = 20


def python_files(folder):
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(root, name)


def sample(items, limit):
    """`limit` of the items, evenly spread, the same ones on every run."""
    if not limit or limit >= len(items):
        return items
    return [items[i * len(items) // limit] for i in range(limit)]


def ask(command, paths):
    """One decoded line of JSON for each path; the last ones None if the program died."""
    done = subprocess.run(command, input=b"".join(os.fsencode(path) + b"\n" for path in paths),
                          stdout=subprocess.PIPE)
    answers = []
    for line in done.stdout.split(b"\n"):
        if line:
            try:
                answers.append(json.loads(line))
            except ValueError:
                answers.append(None)
    if len(answers) < len(paths) and done.returncode == 0:
        raise SystemExit("%s: %d answers for %d paths" % (command[0], len(answers), len(paths)))
    return answers + [None] * (len(paths) - len(answers)), done.returncode


def ask_each(command, paths):
    """Like ask(), going on after a path on which the program dies."""
    answers, status = ask(command, paths)
    if status:
        answers = []
        for path in paths:
            got, status = ask(command, [path])
            answers.append(got[0] if got[0] is not None and status == 0
                           else {"died": "exit status %d" % status})
    return answers


def source_line(path, number):
    with open(path, "rb") as stream:
        lines = stream.read().replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    text = lines[number - 1] if 0 < number <= len(lines) else b""
    return text.decode("latin-1").strip()[:100]


def difference(path, expected, got):
    """Text that says how the two differ, or None."""
    if got is None or "died" in got:
        return "no answer" if got is None else got["died"]
    problems = []
    if got.get("error"):
        problems.append("the tree has an ERROR")
    for key in ("prints", "execs", "reprs"):
        if got.get(key) != expected[key]:
            problems.append("%s: Python 2.7 has %d, py3k %s" % (key, expected[key], got.get(key)))
    ours, theirs = got.get("statements", []), expected["statements"]
    if ours != theirs:
        at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b),
                  min(len(ours), len(theirs)))
        a = theirs[at] if at < len(theirs) else ["-", "nothing"]
        b = ours[at] if at < len(ours) else ["-", "nothing"]
        line = a[0] if a[0] != "-" else b[0]
        problems.append("statement %d: Python 2.7 has %s at line %s, py3k %s at line %s: %s"
                        % (at, a[1], a[0], b[1], b[0], source_line(path, line)))
    return "; ".join(problems) or None


def compare(job):
    paths, oracle, dump = job
    expected = ask_each(oracle, paths)
    for path, answer in zip(paths, expected):
        if "died" in answer:
            raise SystemExit("oracle27.py: %s on %s" % (answer["died"], path))
    pairs = [(p, e) for p, e in zip(paths, expected) if "failed" not in e]
    got = ask_each(dump, [p for p, _ in pairs]) if pairs else []
    found = []
    total = {"files": len(pairs), "left out": len(paths) - len(pairs), "statements": 0,
             "prints": 0, "execs": 0, "reprs": 0}
    for (path, want), have in zip(pairs, got):
        total["statements"] += len(want["statements"])
        for key in ("prints", "execs", "reprs"):
            total[key] += want[key]
        problem = difference(path, want, have)
        if problem:
            found.append((path, problem))
    return total, found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dump")
    parser.add_argument("--corpus", action="append", default=[], metavar="DIR")
    parser.add_argument("--list", metavar="FILE", help="a file with a path a line")
    parser.add_argument("--limit", type=int, metavar="N", help="compare N files only")
    parser.add_argument("-j", type=int, default=1, metavar="N", dest="jobs")
    options = parser.parse_args()

    python2 = pythons.find_python2()
    if not python2:
        pythons.skip("no Python 2.7 found (PY3K_PYTHON2, pyenv, python2.7 on PATH)")

    paths = []
    if options.list:
        with open(options.list, encoding="utf-8", errors="surrogateescape") as stream:
            paths += [line.rstrip("\n") for line in stream if line.strip()]
    for folder in options.corpus or ([] if paths else [pythons.library_of(python2)]):
        paths += python_files(folder)
    paths = sample(paths, options.limit)
    if not paths:
        print("no files to compare")
        return 1

    oracle = [python2, os.path.join(HERE, "oracle27.py")]
    jobs = [(paths[i:i + CHUNK], oracle, [options.dump]) for i in range(0, len(paths), CHUNK)]
    totals, problems = {}, []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for total, found in pool.map(compare, jobs):
            problems += found
            for key, value in total.items():
                totals[key] = totals.get(key, 0) + value

    for path, problem in problems[:SHOWN]:
        print("%s: %s" % (path, problem))
    if len(problems) > SHOWN:
        print("... and %d more" % (len(problems) - SHOWN))
    print("oracle: %(files)d files (%(statements)d statements, %(prints)d print, %(execs)d exec, "
          "%(reprs)d backticks) compared, %(left out)d left out; " % totals
          + "%d files differ" % len(problems))
    return 1 if problems or not totals["files"] else 0


if __name__ == "__main__":
    sys.exit(main())
