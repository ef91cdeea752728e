#!/usr/bin/env python3
"""What a whole conversion costs, in units of a bare tree-sitter parse of the same files.

    cpu_ratio.py PY3K BARE_PARSE [--tree DIR] [--rounds N] [--jobs N]... [--at-most RATIO] [--megabytes MB]

Copies the tree (default: the library of a Python 2.7) and runs over the copy the bare parse, a dry run of py3k, and
`py3k -w`; all that several times in turn, since machines are noisy.  Prints the CPU seconds of each (all threads), user
and system time apart, the ratio of the best of each (and of the medians) to the bare parse, and py3k's peak memory; with
and without -w, for each --jobs (default: py3k's own, and 1).  The bars are for `py3k -w` with the first of these;
when one is missed, exits 1.  Exits 77 when there is no Python 2.7.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
import pythons  # noqa: E402

LEFT_OUT = ("bad_coding", "badsyntax", "py3_test_grammar.py", "false_encoding.py")


class Runs:
    """What a command took, each time that it ran: user and system seconds, and megabytes at the peak."""

    def __init__(self, name):
        self.name = name
        self.seconds = []
        self.megabytes = 0

    def run(self, command, stdin=None):
        """Runs a command, which may end with 0 or 3."""
        pid_input = subprocess.PIPE if stdin is not None else subprocess.DEVNULL
        process = subprocess.Popen(command, stdin=pid_input, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):
            sys.exit("%s ended with %d" % (command[0], process.returncode))
        self.seconds.append((usage.ru_utime, usage.ru_stime))
        self.megabytes = max(self.megabytes, usage.ru_maxrss / 1024)

    def best(self):
        return min(self.seconds, key=sum)

    def ratio(self, bare):
        return sum(self.best()) / sum(bare.best())

    def report(self, bare):
        user, system = self.best()
        medians = [statistics.median(map(sum, runs.seconds)) for runs in (self, bare)]
        print("%-16s %6.2f s (user %.2f, system %.2f)  ratio %.2f, of the medians %.2f  peak %.0f MB"
              % (self.name, user + system, user, system, self.ratio(bare), medians[0] / medians[1], self.megabytes))


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
    parser.add_argument("--jobs", action="append", help="py3k's -j; default: none, then 1")
    parser.add_argument("--at-most", type=float)
    parser.add_argument("--megabytes", type=float)
    options = parser.parse_args()
    python2 = pythons.find_python2()
    if not options.tree and python2 is None:
        pythons.skip("there is no Python 2.7, whose library is to be converted")
    tree = options.tree or pythons.library_of(python2)
    bare = Runs("bare parse")
    whole = []
    for jobs in options.jobs or (None, "1"):
        arguments = ["-j", jobs] if jobs else []
        whole.append((Runs(" ".join(["py3k -w"] + arguments)), ["-w"] + arguments))
        whole.append((Runs(" ".join(["py3k"] + arguments)), arguments))
    # The copies stay until the end: ext4 looks through all inodes freed in the last minutes for each file that is made, so
    # that deleting one round's copy would be paid for by the next round's -w.
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(options.rounds):
            for position, (runs, arguments) in enumerate(whole):
                copy = os.path.join(scratch, "%d-%d" % (number, position))
                paths = copy_tree(tree, copy)
                bare.run([options.bare_parse], "\n".join(paths).encode() + b"\n")
                runs.run([options.py3k, "-q", "--no-diffs"] + arguments + [copy])
    print("%d files, %d rounds" % (len(paths), options.rounds))
    for runs in [bare] + [runs for runs, _ in whole]:
        runs.report(bare)
    first = whole[0][0]
    missed = (options.at_most and first.ratio(bare) > options.at_most) or (
        options.megabytes and first.megabytes > options.megabytes)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
