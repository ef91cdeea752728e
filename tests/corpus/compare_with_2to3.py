#!/usr/bin/env python3
"""How large is the diff, next to 2to3's?

    compare_with_2to3.py PY3K [--tree DIR] [--python PY] [--converted DIR] [--keep DIR] [-j N] [--files N]

Converts copies of a tree of Python 2 code (Python 2.7's own library unless told otherwise) with lib2to3, with
py3k under the name 2to3, which has the same fixers, with py3k, which has more, and with py3k but for its clean-up of
what Python 3 takes as well: and counts the lines that are taken away and added, and the calls of list() that are added.
Fails when the diff of the drop-in, or that without the clean-up, is larger than 2to3's, when they add more than half as
many list(), when what py3k leaves does not compile under every Python 3 of this machine that is 3.12 or newer, or when a
second run changes anything.

lib2to3 takes many minutes for the whole library: --converted names a folder where it is done already (a copy
of the tree after `python3.12 -m lib2to3 -w -n`); --keep keeps both results. Exits 77 where no Python has
lib2to3 (3.13 has none), or there is no Python 2.7 and no --tree.
"""

import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import corpus_test  # noqa: E402
import pythons  # noqa: E402

LIST_CALL = re.compile(rb"(?<![\w.])list\(")
SHOWN = 15


def with_lib2to3():
    for python in pythons.candidates(3):
        version = pythons.version_of(python)
        if version and subprocess.run([python, "-W", "ignore", "-c", "import lib2to3.main"],
                                      stderr=subprocess.DEVNULL).returncode == 0:
            yield version, python


def compilers():
    found = {}
    for python in pythons.candidates(3):
        version = pythons.version_of(python)
        if version and version >= (3, 12):
            found[version[:2]] = python
    return sorted(found.items())


def python_files(folder):
    return [p for p in corpus_test.files_of(folder)
            if p.endswith(".py") and not corpus_test.excluded(os.path.basename(p))]


def copy(source, target, paths):
    for path in paths:
        os.makedirs(os.path.dirname(os.path.join(target, path)), exist_ok=True)
        shutil.copy(os.path.join(source, path), os.path.join(target, path))


def lines_of(folder, path):
    with open(os.path.join(folder, path), "rb") as stream:
        return stream.read().splitlines()


def count(tree, folder, paths):
    """The sums for all files, and how many lines each has."""
    sums, each = collections.Counter(), collections.Counter()
    for path in paths:
        done = subprocess.run(["diff", "-U0", "--text", os.path.join(tree, path), os.path.join(folder, path)],
                              stdout=subprocess.PIPE)
        if done.returncode > 1:
            sys.exit("diff ended with %d for %s" % (done.returncode, path))
        sums["files"] += done.returncode
        for line in done.stdout.splitlines()[2:]:
            if line[:1] not in (b"+", b"-"):
                continue
            sign = 1 if line[:1] == b"+" else -1
            sums["new" if sign > 0 else "gone"] += 1
            sums["lists"] += sign * len(LIST_CALL.findall(line))
            each[path] += 1
    return sums, each


def uncompiled(python, folder, paths):
    done = subprocess.run([python, "-c", corpus_test.COMPILE], stdout=subprocess.PIPE, check=True,
                          input="".join(os.path.join(folder, p) + "\n" for p in paths).encode())
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("py3k")
    parser.add_argument("--tree")
    parser.add_argument("--python", help="a Python with lib2to3")
    parser.add_argument("--converted", help="what 2to3 made of the tree")
    parser.add_argument("--keep", help="a folder for both results")
    parser.add_argument("-j", default="2")
    parser.add_argument("--files", type=int, default=0, help="every so-manieth file only, that many in all")
    options = parser.parse_args()
    tree = options.tree
    if tree is None:
        python2 = next((p for p in pythons.candidates(2) if (pythons.version_of(p) or (0, 0))[:2] == (2, 7)), None)
        if python2 is None:
            pythons.skip("no Python 2.7 here, and no --tree")
        tree = subprocess.run([python2, "-c", "import os; print(os.path.dirname(os.__file__))"], check=True,
                              stdout=subprocess.PIPE).stdout.decode().strip()
    paths = python_files(tree)
    if options.files:
        paths = paths[::max(1, len(paths) // options.files)]
    python = options.python or next((p for _, p in sorted(with_lib2to3(), reverse=True)), None)
    if python is None and not options.converted:
        pythons.skip("no Python here has lib2to3")
    with tempfile.TemporaryDirectory(prefix="py3k-compare-") as scratch:
        base = options.keep or scratch
        ours, theirs = os.path.join(base, "py3k"), options.converted or os.path.join(base, "2to3")
        if not options.converted:
            copy(tree, theirs, paths)
            done = subprocess.run([python, "-W", "ignore", "-m", "lib2to3", "-w", "-n", "--no-diffs", theirs],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=base)
            if b"Traceback" in done.stderr:
                sys.exit("2to3 ended with a traceback: " + done.stderr.decode("utf-8", "replace")[-500:])
        copy(tree, ours, paths)
        command = [options.py3k, "-w", "-q", "-j", options.j, ours]
        first = subprocess.run(command, stdout=subprocess.DEVNULL)
        converted = {p: lines_of(ours, p) for p in paths}
        subprocess.run(command, stdout=subprocess.DEVNULL)
        again = [p for p in paths if lines_of(ours, p) != converted[p]]
        link = os.path.join(scratch, "2to3")
        os.symlink(os.path.abspath(options.py3k), link)
        others = {"dropin": [link, "-w", "-n", "--no-diffs"], "needed": [options.py3k, "-w", "-q", "-x", "cleanup"]}
        for name, arguments in others.items():
            copy(tree, os.path.join(base, name), paths)
            subprocess.run(arguments + [os.path.join(base, name)], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
        more, _ = count(tree, ours, paths)
        needed, _ = count(tree, os.path.join(base, "needed"), paths)
        mine, each_mine = count(tree, os.path.join(base, "dropin"), paths)
        other, each_other = count(tree, theirs, paths)
        print("%d files; py3k ended with %d" % (len(paths), first.returncode))
        print("%-15s %8s %8s %8s %8s" % ("", "files", "gone", "new", "list("))
        for name, sums in (("py3k", more), ("py3k -x cleanup", needed), ("py3k as 2to3", mine), ("2to3", other)):
            print("%-15s %8d %8d %8d %8d" % (name, sums["files"], sums["gone"], sums["new"], sums["lists"]))
        larger = sorted(paths, key=lambda p: each_other[p] - each_mine[p])[:SHOWN]
        for path in larger:
            if each_mine[path] > each_other[path]:
                print("  larger than 2to3's by %4d lines: %s" % (each_mine[path] - each_other[path], path))
        problems = []
        for version, compiler in compilers():
            failed = uncompiled(compiler, ours, paths)
            print("Python %d.%d compiles all but %d of ours" % (version + (len(failed),)))
            problems += ["%s:%d does not compile under %d.%d: %s" % ((p, n) + version + (e,)) for p, n, e in failed]
        print("a second run changes %d" % len(again))
        problems += ["a second run changes " + p for p in again]
        for name, sums in (("as 2to3", mine), ("-x cleanup", needed)):
            if sums["gone"] + sums["new"] >= other["gone"] + other["new"]:
                problems.append("the diff of py3k %s is not smaller than 2to3's" % name)
            if 2 * sums["lists"] > other["lists"]:
                problems.append("py3k %s adds more than half as many list() as 2to3" % name)
        for problem in problems[:40]:
            print("PROBLEM " + problem)
        sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
