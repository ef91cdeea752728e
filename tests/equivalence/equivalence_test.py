#!/usr/bin/env python3
"""Does a converted program still print the same?

    equivalence_test.py [PY3K [NAME]...] [--dir DIR] [--python3 PY]...
    equivalence_test.py --accept [--dir DIR] [NAME]...

Each NAME.py in testdata/run is a Python 2 program, NAME.out what it prints under Python 2.7. One of
several files is a directory, NAME/main.py with all that it imports, and NAME.out beside it. For each
program:

  - where a Python 2.7 is found, NAME.out is what it prints;
  - `py3k -w -q --from 2` converts a copy, which then prints NAME.out under the oldest Python 3 from
    3.8 on, the oldest from 3.10 on, and the newest one;
  - a second conversion, without --from, changes nothing;
  - of a directory, the same comes out with -j 1, and file by file, one run each, in both orders.

--accept writes the .out files anew, with Python 2.7. Exits 77 where there is no Python 3.8 or newer.
"""

import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(HERE)
sys.path.insert(0, TESTS)
import pythons  # noqa: E402

RUN = os.path.join(os.path.dirname(TESTS), "testdata", "run")
TIME_LIMIT = 60  # seconds a program


def environment():
    """The same everywhere: no user's settings, no byte code, no locale."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    kept.update(PYTHONIOENCODING="utf-8", PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0",
                PYTHONWARNINGS="ignore")
    return kept


def output_of(python, path):
    """(stdout, None) or (stdout, what went wrong)."""
    try:
        done = subprocess.run([python, os.path.basename(path)], cwd=os.path.dirname(path),
                              env=environment(), timeout=TIME_LIMIT, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except subprocess.TimeoutExpired:
        return b"", "took more than %d s" % TIME_LIMIT
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().split("\n")[-4:]
        return done.stdout, "exit status %d: %s" % (done.returncode, "\n    ".join(last))
    return done.stdout, None


def diff(want, got, title):
    lines = [part.decode("utf-8", "replace").splitlines() for part in (want, got)]
    return "\n".join(list(difflib.unified_diff(*lines, "wanted", title, lineterm="", n=1))[:20])


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


class Program:
    """What is to be converted: a file, or a directory with a main.py."""

    def __init__(self, path):
        self.path = path
        self.is_directory = os.path.isdir(path)
        self.name = os.path.splitext(os.path.basename(path))[0]
        self.main = os.path.join(path, "main.py") if self.is_directory else path
        self.out = os.path.join(os.path.dirname(path), self.name + ".out")

    def copy(self, folder):
        """A copy of it in a folder of its own: programs are not neighbours, so none can be imported by another."""
        os.makedirs(folder)
        target = os.path.join(folder, os.path.basename(self.path))
        (shutil.copytree if self.is_directory else shutil.copyfile)(self.path, target)
        copied = Program(target)
        copied.out = self.out
        return copied

    def files(self):
        if not self.is_directory:
            return [self.path]
        return sorted(os.path.join(where, name) for where, _, names in os.walk(self.path) for name in names
                      if name.endswith(".py"))

    def text(self):
        """All that is in it, a file's name as a comment before each but the only one."""
        if not self.is_directory:
            return read(self.path)
        return b"".join(b"# --- %s\n%s" % (os.path.relpath(path, self.path).encode(), read(path))
                        for path in self.files())


def programs(directory, names=()):
    """Those in a directory, of these names where any are given."""
    found = [Program(os.path.join(directory, name)) for name in sorted(os.listdir(directory))
             if name.endswith(".py") or os.path.isfile(os.path.join(directory, name, "main.py"))]
    wanted = {os.path.splitext(name)[0] for name in names}
    return [program for program in found if not names or program.name in wanted]


class Converter:
    """py3k -w -q FILE, the first time with --from 2 where the binary knows it.

    Not the second time: what was converted is Python 3, and no one may say otherwise.
    """

    def __init__(self, py3k, scratch):
        self.again = [py3k, "-w", "-q"]
        self.first = self.again + ["--from", "2"]
        probe = os.path.join(scratch, "probe.py")
        with open(probe, "w", encoding="ascii") as stream:
            stream.write("x = 1\n")
        if self.run(self.first, probe):
            self.first = self.again

    @staticmethod
    def run(command, path):
        """What went wrong, or None."""
        try:
            done = subprocess.run(command + [path], stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            return "py3k took more than %d s" % TIME_LIMIT
        if done.returncode:
            return "py3k ended with %d: %s" % (done.returncode,
                                               done.stdout.decode("utf-8", "replace")[-1000:])
        return None


def check(source, converter, scratch, python2, python3s):
    """The list of what is wrong with one program."""
    try:
        want = read(source.out)
    except FileNotFoundError:
        return ["there is no %s.out: run --accept" % source.name]
    problems = []
    if python2:
        got, error = output_of(python2, source.main)
        if error or got != want:
            problems.append("Python 2.7 itself: " + (error or "%s.out is stale:\n%s"
                                                     % (source.name, diff(got, want, source.name + ".out"))))
    copy = source.copy(os.path.join(scratch, source.name))
    error = converter.run(converter.first, copy.path)
    if error:
        return problems + [error]
    converted = copy.text()
    for version, python3 in python3s:
        got, error = output_of(python3, copy.main)
        title = "Python %d.%d" % version
        if error or got != want:
            text = diff(want, got, title) if got != want else ""
            problems.append("%s: %s%s" % (title, error + "\n" if error else "\n", text))
            break  # the others say the same
    error = converter.run(converter.again, copy.path)
    if error or copy.text() != converted:
        problems.append("second conversion: " + (error or "changed it again:\n"
                                                 + diff(converted, copy.text(), "again")))
    if source.is_directory:
        problems += check_orders(source, converter, os.path.join(scratch, source.name), converted)
    return problems


def check_orders(source, converter, folder, converted):
    """What is wrong where a directory is converted in other ways than at once by several workers."""
    problems = []
    for way in ("one worker", "file by file", "file by file, from the last"):
        copy = source.copy(os.path.join(folder, way))
        paths = copy.files()[::-1 if "last" in way else 1] if "file" in way else [copy.path]
        command = converter.first + ([] if "file" in way else ["-j", "1"])
        errors = [error for error in (converter.run(command, path) for path in paths) if error]
        if errors or copy.text() != converted:
            problems.append("%s: %s" % (way, "\n".join(errors) or "gives something else:\n"
                                        + diff(converted, copy.text(), way)))
    return problems


def accept(sources, python2):
    failed = 0
    for source in sources:
        out, error = output_of(python2, source.main)
        if error:
            print("%s: %s" % (source.name, error))
            failed += 1
            continue
        with open(source.out, "wb") as stream:
            stream.write(out)
    print("%d programs, %d failed" % (len(sources), failed))
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("py3k", nargs="?", help="the program (default: $PY3K)")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these programs")
    parser.add_argument("--dir", default=RUN)
    parser.add_argument("--python3", action="append", default=[], metavar="PY")
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args()

    names = options.names
    if options.accept and options.py3k:
        names = [options.py3k] + names
    sources = programs(options.dir, names)
    python2 = pythons.find_python2()
    if options.accept:
        if not python2:
            parser.error("--accept needs a Python 2.7")
        return accept(sources, python2)
    py3k = options.py3k or os.environ.get("PY3K")
    if not py3k or not os.path.isfile(py3k):
        parser.error("no program at %s" % (py3k or "PY3K"))

    if options.python3:
        python3s = [(pythons.version_of(p)[:2], p) for p in options.python3]
    else:
        found = pythons.find_python3s((3, 8))
        if not found:
            pythons.skip("no Python 3.8 or newer found (PY3K_PYTHON3, pyenv, PATH)")
        wanted = {min(found), max(found)} | set(sorted(v for v in found if v >= (3, 10))[:1])
        python3s = [(v, found[v]) for v in sorted(wanted)]

    failed = 0
    with tempfile.TemporaryDirectory(prefix="py3k-run-") as scratch:
        converter = Converter(os.path.abspath(py3k), scratch)
        for source in sources:
            problems = check(source, converter, scratch, python2, python3s)
            if problems:
                failed += 1
                print("%s:\n  %s" % (source.name, "\n".join(problems).replace("\n", "\n  ")))
    print("equivalence: %d programs, %d failed (Python %s%s)"
          % (len(sources), failed, ", ".join("%d.%d" % v for v, _ in python3s),
             "" if python2 else "; no Python 2.7 to check the expected output against"))
    return 1 if failed or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
