#!/usr/bin/env python3
"""A tree in which some files can't be converted: each is named with its reason, and all others are converted.

    hard_tree_test.py [PY3K] [--megabytes N]

In the tree: a file that is not in its encoding, one that Python 2 can't parse, a link to nothing, a directory
without permission, and a generated file of 50 MB. Generated files of N megabytes (2), one dictionary and one of
functions, are converted, and the time and memory that this takes is told. As root, for whom
there is no such directory, py3k is run as `nobody` through setpriv or runuser; where neither works that part is skipped,
and says so.
"""

import argparse
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
import time

PY3K = os.environ.get("PY3K", "py3k")
OLD = "if d.has_key(k): print k\n"
NEW = "if k in d: print(k)\n"
GOOD = ["a.py", "pkg/__init__.py", "pkg/deep/b.py", "z.py"]
SECONDS_PER_MEGABYTE = 10  # of CPU, under sanitizers too; usual is a tenth
MEGABYTE = 1 << 20


def write(root, name, data):
    path = os.path.join(root, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as stream:
        stream.write(data)


def read(root, name):
    with open(os.path.join(root, name), "rb") as stream:
        return stream.read()


def dictionary(size):
    """One literal, as tables are generated; with work at its start and its end."""
    lines, length, i = ["TABLE = {\n", "    'first': 0777L,\n"], 0, 0
    while length < size:
        line = "    'key%d': (%d, u'text %d', [%d, %d]),\n" % (i, i, i, i, i + 1)
        lines.append(line)
        length, i = length + len(line), i + 1
    return "".join(lines + ["    'last': 0777L,\n", "}\n"]).encode()


def functions(size):
    body = "".join("    x%d = d.get(%d, %d) + y\n" % (i, i, i) for i in range(500))
    text = "def f%d(d, y):\n" + body + "    if d.has_key(y): print y\n\n\n"
    return "".join(text % i for i in range(size // len(text) + 1)).encode()


def make_tree(root, size):
    for name in GOOD:
        write(root, name, OLD.encode())
    write(root, "undecodable.py", b"# coding: utf-8\nname = 'caf\xe9'\n" + OLD.encode())
    write(root, "unparsable.py", b"def f(:\n    print 1\n")
    write(root, "generated/table.py", dictionary(size))
    write(root, "generated/functions.py", functions(size))
    write(root, "generated/huge.py", OLD.encode() * (50 * MEGABYTE // len(OLD) + 1))
    write(root, "secret/c.py", OLD.encode())
    os.symlink("nowhere.py", os.path.join(root, "dangling.py"))


def can_drop(command):
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command + ["true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def as_somebody(scratch):
    """What to put before a command so that a directory without permission is one; None where there is nothing."""
    if os.geteuid() != 0:
        return []
    for command in (["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"],
                    ["runuser", "-u", "nobody", "--"]):
        if can_drop(command):
            os.chmod(scratch, 0o755)
            for folder, _, names in os.walk(scratch):
                for path in [folder] + [os.path.join(folder, name) for name in names]:
                    os.lchown(path, 65534, 65534)
            return command
    return None


def run(command, home):
    """(what came of it, seconds, seconds of CPU, megabytes at the most)"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    environment = dict(os.environ, HOME=home, XDG_STATE_HOME=os.path.join(home, "state"))  # for py3k's journal
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done, time.monotonic() - start, cpu, after.ru_maxrss / 1024


class Checks:
    def __init__(self):
        self.failed = 0

    def that(self, holds, what):
        if not holds:
            self.failed += 1
            print("FAILED: " + what)


def check_report(checks, report, wanted):
    found = {os.path.basename(f["path"]): f for f in report["files"] if f["outcome"] == "failed"}
    for name, words in wanted.items():
        reason = found.get(name, {}).get("reason", "")
        checks.that(name in found, "%s is reported as failed (reported are: %s)" % (name, ", ".join(sorted(found))))
        checks.that(any(word in reason for word in words), "the reason for %s is told: %r" % (name, reason))
        print("%-15s %s" % (name, reason))
    checks.that(set(found) == set(wanted), "nothing else fails: %s" % sorted(set(found) - set(wanted)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("py3k", nargs="?", default=PY3K)
    parser.add_argument("--megabytes", type=int, default=2)
    options = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="py3k-hard-") as scratch:
        root = os.path.join(scratch, "tree")
        home = os.path.join(scratch, "home")
        os.mkdir(home)
        make_tree(root, options.megabytes * MEGABYTE)
        before = as_somebody(scratch)
        os.chmod(os.path.join(root, "secret"), 0)
        wanted = {
            "undecodable.py": ["UTF-8"],
            "unparsable.py": ["line 1"],
            "dangling.py": ["link", "No such file"],
            "huge.py": ["larger than"],
        }
        if before is None:
            print("SKIPPED: the directory without permission; this is root, and neither setpriv nor runuser works")
            os.chmod(os.path.join(root, "secret"), 0o700)
        else:
            wanted["secret"] = ["ermission denied"]
        # Somebody else may not reach the program where it was built.
        program = os.path.join(scratch, "py3k")
        shutil.copy(options.py3k, program)
        done, seconds, cpu, memory = run((before or []) + [program, "-w", "--from", "2", "--format", "json", root], home)
        os.chmod(os.path.join(root, "secret"), stat.S_IRWXU)
        checks.that(done.returncode == 3, "the exit code is 3, not %d: %s" % (done.returncode, done.stderr[-500:]))
        check_report(checks, json.loads(done.stdout or b'{"files": []}'), wanted)
        for name in GOOD:
            checks.that(read(root, name) == NEW.encode(), "%s is converted" % name)
        table = read(root, "generated/table.py")
        checks.that(b"'first': 0o777,\n" in table[:100] and b"'last': 0o777,\n" in table[-100:], "the table is converted")
        checks.that(b" u'" not in table, "all texts of the table are converted")
        converted = read(root, "generated/functions.py")
        checks.that(b"has_key" not in converted and b"print y" not in converted, "the functions are converted")
        checks.that(read(root, "undecodable.py").endswith(OLD.encode()), "what fails stays as it was")
        print("two files of %d MB: %.1f s (%.1f s of CPU), %d MB of memory" % (options.megabytes, seconds, cpu, memory))
        checks.that(cpu <= 2 * SECONDS_PER_MEGABYTE * options.megabytes, "it does not take long: %.1f s of CPU" % cpu)
    print("%d checks failed" % checks.failed if checks.failed else "all is well")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
