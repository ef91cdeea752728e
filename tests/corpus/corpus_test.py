#!/usr/bin/env python3
"""Converts a whole tree of Python 2 code, and looks whether anything got worse.

    corpus_test.py [PY3K] [--tree DIR]... [--short] [--python3 PY] [-j N]

Works on a copy of the tree (Python 2.7's own library unless told otherwise). What must hold:

  - py3k ends with exit code 0 or 3, and says something about every .py file;
  - every file that changed parses under a newer Python 3;
  - the report and the files agree: what is not reported as changed is byte-identical;
  - modes stay as they were;
  - a second run changes no byte.

Files that py3k reports as failed are listed with their reasons; they break no rule. Exits 1 when a
rule is broken, 77 where there is no Python 2.7 (and no --tree), or no Python 3.10 or newer.
"""

import argparse
import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import pythons  # noqa: E402

SHOWN = 20
SHORT = 150  # files of a --short run

# Not Python 2 at all, or broken on purpose.
EXCLUDED_NAMES = ("py3_test_grammar.py", "false_encoding.py")
EXCLUDED_STARTS = ("bad_coding", "badsyntax")
UNINTERESTING = (".pyc", ".pyo", ".so", ".a", ".exe", ".o")

# Reads paths, prints the ones that do not compile; runs under the newest Python 3.
COMPILE = r"""
import json, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
for line in sys.stdin.buffer:
    path = line.rstrip(b"\n")
    with open(path, "rb") as stream:
        source = stream.read()
    try:
        compile(source, path, "exec", dont_inherit=True)
    except Exception as e:
        print(json.dumps([path.decode("utf-8", "surrogateescape"), getattr(e, "lineno", 0) or 0,
                          "%s: %s" % (type(e).__name__, getattr(e, "msg", None) or e)]))
"""


def excluded(name):
    return name in EXCLUDED_NAMES or name.startswith(EXCLUDED_STARTS) or \
        name.endswith(UNINTERESTING)


def files_of(folder):
    """Paths of the files in a folder, relative to it, sorted; links are left out."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in (".git", "__pycache__"))
        for name in sorted(names):
            path = os.path.join(root, name)
            if os.path.isfile(path) and not os.path.islink(path):
                found.append(os.path.relpath(path, folder))
    return found


def copy_tree(source, target, short):
    paths = [p for p in files_of(source) if not excluded(os.path.basename(p))]
    if short:
        python = [p for p in paths if p.endswith(".py")]
        step = max(1, len(python) // SHORT)
        kept = set(python[::step])
        # A package's __init__.py decides how an import in it is read.
        for path in list(kept):
            folder = os.path.dirname(path)
            while folder:
                kept.add(os.path.join(folder, "__init__.py"))
                folder = os.path.dirname(folder)
        paths = [p for p in paths if p in kept]
    for path in paths:
        into = os.path.join(target, path)
        os.makedirs(os.path.dirname(into), exist_ok=True)
        shutil.copyfile(os.path.join(source, path), into)
        mode = stat.S_IMODE(os.stat(os.path.join(source, path)).st_mode)
        os.chmod(into, mode | stat.S_IRUSR | stat.S_IWUSR)


def snapshot(folder):
    """{path: (digest, mode)}; no bytes are kept, a child's peak memory starts at its parent's."""
    state = {}
    for path in files_of(folder):
        full = os.path.join(folder, path)
        with open(full, "rb") as stream:
            digest = hashlib.sha256(stream.read()).digest()
        state[path] = (digest, stat.S_IMODE(os.stat(full).st_mode))
    return state


class Run:
    """One run of py3k -w over a folder."""

    def __init__(self, py3k, folder, jobs):
        command = [py3k, "-w", "--format", "json"]
        if jobs:
            command += ["-j", str(jobs)]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            start = time.time()
            process = subprocess.Popen(command + [folder], stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = 0  # waited for already
            self.seconds = time.time() - start
            self.cpu = usage.ru_utime + usage.ru_stime
            # In kilobytes, but for macOS, which counts bytes.
            self.megabytes = usage.ru_maxrss >> (20 if sys.platform == "darwin" else 10)
            self.status = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            out.seek(0)
            err.seek(0)
            text, self.stderr = out.read(), err.read().decode("utf-8", "replace")
        self.problems = []
        if self.status not in (0, 3):
            self.problems.append("py3k ended with %d: %s" % (self.status, self.stderr[-2000:]))
        try:
            report = json.loads(text)
            self.files = {os.path.relpath(os.path.join(folder, f["path"]), folder): f
                          for f in report["files"]}
        except (ValueError, KeyError, TypeError) as e:
            self.problems.append("the report cannot be read: %s: %s" % (type(e).__name__, e))
            self.files = {}


def shown(title, items):
    if items:
        print("%s (%d):" % (title, len(items)))
        for item in items[:SHOWN]:
            print("  " + item)
        if len(items) > SHOWN:
            print("  ... and %d more" % (len(items) - SHOWN))


def unparsable(python3, folder, paths):
    done = subprocess.run([python3, "-c", COMPILE], check=True, stdout=subprocess.PIPE,
                          input=b"".join(os.fsencode(os.path.join(folder, p)) + b"\n"
                                         for p in paths))
    found = []
    for line in done.stdout.splitlines():
        path, number, reason = json.loads(line)
        found.append("%s:%d: %s" % (os.path.relpath(path, folder), number, reason))
    return found


def check(py3k, source, options, python3):
    """Prints what is wrong; True when nothing is."""
    broken = []
    with tempfile.TemporaryDirectory(prefix="py3k-corpus-") as scratch:
        # A name that no walker skips.
        folder = os.path.join(os.path.realpath(scratch), "tree")
        copy_tree(source, folder, options.short)
        before = snapshot(folder)
        run = Run(py3k, folder, options.jobs)
        after = snapshot(folder)
        python = [p for p in before if p.endswith(".py")]
        changed = [p for p in before if p in after and before[p][0] != after[p][0]]
        failed = ["%s: %s" % (p, f.get("reason") or "no reason given")
                  for p, f in run.files.items() if f.get("outcome") == "failed"]
        no_reason = [p for p, f in run.files.items() if f.get("outcome") in ("failed", "skipped")
                     and not f.get("reason")]
        broken_py3 = unparsable(python3, folder, changed)
        other = unparsable(python3, folder, [p for p in python if p not in set(changed)])

        again = Run(py3k, folder, options.jobs)
        last = snapshot(folder)
        rerun = [p for p in after if p not in last or after[p] != last[p]]

        said = {p for p, f in run.files.items() if f.get("outcome") == "changed"}
        rules = [
            ("the first run", run.problems),
            ("the second run", again.problems),
            ("changed, and Python 3 does not compile it", broken_py3),
            ("changed by the second run", rerun),
            ("not in the report", [p for p in python if p not in run.files]),
            ("reported as changed, but the same", sorted(said - set(changed))),
            ("changed, but not reported as changed", sorted(set(changed) - said)),
            ("failed or skipped without a reason", no_reason),
            ("another mode", [p for p in after if p in before and after[p][1] != before[p][1]]),
            ("left behind or gone", sorted(set(before) ^ set(after)) + sorted(set(after) ^ set(last))),
        ]
        shown("failed", failed)
        for title, items in rules:
            shown("WRONG: " + title, items)
            if items:
                broken.append("%d %s" % (len(items), title))
        print("corpus %s: %d files, %d changed, %d failed, %d unchanged ones are not Python 3 either; "
              "%.1f s, %.1f s CPU, %d MB; second run: %d changed; %s"
              % (os.path.basename(source.rstrip("/")), len(python), len(changed), len(failed),
                 len(other), run.seconds, run.cpu, run.megabytes, len(rerun),
                 "; ".join(broken) or "all right"))
    return not broken


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("py3k", nargs="?", default=os.environ.get("PY3K"),
                        help="the program (default: $PY3K)")
    parser.add_argument("--tree", action="append", default=[], metavar="DIR")
    parser.add_argument("--short", action="store_true", help="a sample of the files")
    parser.add_argument("--python3", metavar="PY", help="compiles the results (default: the newest)")
    parser.add_argument("-j", type=int, default=0, metavar="N", dest="jobs")
    options = parser.parse_args()
    if not options.py3k:
        parser.error("PY3K is missing")

    trees = options.tree
    if not trees:
        python2 = pythons.find_python2()
        if not python2:
            pythons.skip("no Python 2.7 found (PY3K_PYTHON2, pyenv, python2.7 on PATH)")
        trees = [pythons.library_of(python2)]
    python3 = options.python3 or pythons.find_python3((3, 10))
    if not python3:
        pythons.skip("no Python 3.10 or newer found (PY3K_PYTHON3, pyenv, PATH)")
    py3k = os.path.abspath(options.py3k)
    return 0 if all([check(py3k, tree, options, python3) for tree in trees]) else 1


if __name__ == "__main__":
    sys.exit(main())
