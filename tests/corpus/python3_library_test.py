#!/usr/bin/env python3
"""The libraries of this machine's newest Pythons, 3.12 and later, and what is newer still: py3k has to parse all of it.
Of 3.12's own, each finding that is no change has its reason below.

    python3_library_test.py DUMP

DUMP is tests/oracle/py3k_dump. Files that are meant to be refused are left out: bad*, and those that none of the Pythons compiles.
Exits 1 where something is refused, 77 where there is no such Python.
"""

import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import pythons  # noqa: E402

# Of Python 3.14, which need not be there.
NEWER = {
    "template": "x = 1\ny = t'{x!r} {x:>{x}}' t'a'\nz = rt'{y}\\w'\n",
    "except": "try: pass\nexcept A, B: pass\nx: int = 1\n",
    "except_three": "try: pass\nexcept A, b, c.D: pass\n",
    "except_group": "try: pass\nexcept* A, B: pass\nx: int = 1\n",
}
# By file and fixer: how many there are in Python 3.12's library, and why.
REASONS = {
    ("lib2to3/pgen2/conv.py", "import"): (1, "a script that never ran under Python 3"),
    ("shelve.py", "next"): (1, "a method next() of what may be an iterator to others"),
    ("sunau.py", "removed_modules"): (2, "audioop is gone in 3.13, and so is sunau"),
    ("test/test_ctypes/test_incomplete.py", "removed_names"): (1, "ctypes.SetPointerType goes with 3.15"),
    ("test/test_future_stmt/badsyntax_future3.py", "future"): (1, "no Python"),
    ("test/test_lib2to3/data/py2_test_grammar.py", "exec"): (3, "Python 2"),
    ("test/test_msilib.py", "removed_modules"): (1, "msilib is gone in 3.13"),
    ("test/test_multibytecodec.py", "exec"): (1, "exec() that reads a name back from locals()"),
    ("test/test_source_encoding.py", "exec"): (1, "exec() that reads a name back from locals()"),
    ("test/test_unittest/test_loader.py", "stand_ins"): (3, "tests that a name which is gone in 3.13 warns"),
    ("test/test_urllibnet.py", "removed_names"): (1, "FancyURLopener is gone in 3.14"),
    ("test/tokenizedata/badsyntax_3131.py", "coding_cookie"): (1, "no Python"),
}
COMPILES = """
import sys, warnings
warnings.simplefilter("ignore")
for path in sys.stdin.read().split("\\n"):
    try:
        with open(path, "rb") as stream:
            compile(stream.read(), path, "exec", 0, True)
        print(path)
    except Exception:
        pass
"""


def library_files(python):
    for root, folders, names in os.walk(pythons.library_of(python)):
        folders[:] = sorted(name for name in folders if name not in ("site-packages", "__pycache__"))
        yield from (os.path.join(root, name) for name in sorted(names) if name.endswith(".py") and not name.startswith("bad"))


def refused(dump, paths):
    done = subprocess.run([dump, "--auto"], input="\n".join(paths) + "\n", stdout=subprocess.PIPE, check=True,
                          encoding="utf-8", errors="surrogateescape")
    return [entry["path"] for entry in map(json.loads, done.stdout.splitlines()) if entry["error"]]


def without_reason(python):
    """Findings in a copy of a library, of which there are more than REASONS has."""
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library")
        shutil.copytree(pythons.library_of(python), library, ignore=shutil.ignore_patterns("site-packages", "__pycache__"))
        done = subprocess.run([os.environ["PY3K"], "--no-config", "--format", "json", library], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, env=dict(os.environ, XDG_STATE_HOME=folder), check=False)
        found = collections.Counter(
            (os.path.relpath(entry["path"], library), finding["fixer"])
            for entry in json.loads(done.stdout)["files"] for finding in entry["findings"] if not finding["applied"])
    print("python3_library: %d findings that are no changes" % sum(found.values()))
    return sorted((place, count) for place, count in found.items() if count > REASONS.get(place, (0, ""))[0])


def main():
    dump = sys.argv[1]
    newest = {}
    for python in pythons.candidates(3):
        version = pythons.version_of(python)
        if version and version >= (3, 12):
            newest[version[:2]] = python
    if not newest:
        pythons.skip("no Python 3.12 or later found (PY3K_PYTHON3, pyenv, PATH)")

    problems = 0
    for version, python in sorted(newest.items()):
        paths = list(library_files(python))
        compiled = subprocess.run([python, "-c", COMPILES], input="\n".join(paths), stdout=subprocess.PIPE, check=True,
                                  encoding="utf-8", errors="surrogateescape").stdout.splitlines()
        found = refused(dump, compiled)
        problems += len(found) + (not compiled)
        for path in found:
            print("refused: " + path)
        if version == (3, 12):
            for (path, fixer), count in without_reason(python):
                problems += 1
                print("%s: %d findings of %s, more than there are reasons for" % (path, count, fixer))
        print("python3_library: %d files of Python %d.%d parsed, %d refused" % ((len(compiled),) + version + (len(found),)))
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name + ".py") for name in NEWER]
        for path, text in zip(paths, NEWER.values()):
            with open(path, "w", encoding="utf-8") as stream:
                stream.write(text)
        for path in refused(dump, paths):
            problems += 1
            print("refused: " + NEWER[os.path.basename(path)[:-3]])
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
