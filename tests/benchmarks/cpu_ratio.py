#!/usr/bin/env python3
"""What a whole conversion costs, in units of a bare tree-sitter parse of the same files.

    cpu_ratio.py PY3K BARE_PARSE [--tree DIR] [--rounds N] [--at-most RATIO] [--megabytes MB]

Copies the tree (default: the library of a Python 2.7) and runs `py3k -w` over the copy, then the bare parse over the
same files, several times in turn, since machines are noisy; prints the CPU seconds of each (user and system, all
threads), the ratio of the best of each, and py3k's peak memory.  With a bar, exits 1 when it is missed; exits 77 when
there is no Python 2.7.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
import pythons  # noqa: E402

LEFT_OUT = ("bad_coding", "badsyntax", "py3_test_grammar.py", "false_encoding.py")


def cpu_of(command, stdin=None):
    """CPU seconds and peak megabytes of a command, which may end with 0 or 3."""
    pid_input = subprocess.PIPE if stdin is not None else subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=pid_input, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if stdin is not None:
        process.stdin.write(stdin)
        process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        sys.exit("%s ended with %d" % (command[0], process.returncode))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def copy_tree(source, target):
    paths = []
    for folder, folders, files in os.walk(source):
        folders.sort()
        for name in sorted(files):
            if not name.endswith(".py") or name.startswith(LEFT_OUT):
                continue
            path = os.path.join(target, os.path.relpath(os.path.join(folder, name), source))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            shutil.copyfile(os.path.join(folder, name), path)
            paths.append(path)
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("py3k")
    parser.add_argument("bare_parse")
    parser.add_argument("--tree")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", default=None, help="py3k's -j")
    parser.add_argument("--at-most", type=float)
    parser.add_argument("--megabytes", type=float)
    options = parser.parse_args()
    python2 = pythons.find_python2()
    if not options.tree and python2 is None:
        pythons.skip("there is no Python 2.7, whose library is to be converted")
    tree = options.tree or pythons.library_of(python2)
    whole, bare, peak = [], [], 0
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as scratch:
            paths = copy_tree(tree, scratch)
            seconds, _ = cpu_of([options.bare_parse], "\n".join(paths).encode() + b"\n")
            bare.append(seconds)
            command = [options.py3k, "-w", "-q", "--no-diffs"] + (["-j", options.jobs] if options.jobs else []) + [scratch]
            seconds, megabytes = cpu_of(command)
            whole.append(seconds)
            peak = max(peak, megabytes)
    ratio = min(whole) / min(bare)
    print("py3k -w: %s s; bare parse: %s s; ratio %.2f; peak memory %.0f MB; %d files"
          % ("/".join("%.2f" % s for s in whole), "/".join("%.2f" % s for s in bare), ratio, peak, len(paths)))
    missed = (options.at_most and ratio > options.at_most) or (options.megabytes and peak > options.megabytes)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
