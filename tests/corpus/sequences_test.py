#!/usr/bin/env python3
"""Does it matter in which order fixers are chosen?

    sequences_test.py [PY3K] [--sequences N] [--runs N] [--seed N] [--library-files N] [-v]

Converts copies of one tree, testdata/ and a part of Python 2.7's library, by random sequences of partial runs (-f, -x,
--safe, --target 2+3), and then with all fixers. What must come out is what one full run makes of the tree, or less,
with a finding of the closing run for what is missing. --safe and 2+3 write some things in another way, which a full run
leaves: that, as it comes out of these modes alone, is as good. And in each mode a second run has to change nothing.

A command of its own: 40 sequences of 5 runs take some minutes. Exits 77 where there is no Python 2.7.
"""

import argparse
import difflib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import pythons  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(HERE))
SHOWN = 20
MODES = (["--safe"], ["--target", "2+3"], [], ["--from", "2"], ["-d"], ["-d", "--from", "2"])


def make_tree(target, python2, count):
    """Each file in a directory of its own, so that none is another's neighbour."""
    sources = []
    for folder, folders, names in os.walk(os.path.join(ROOT, "testdata")):
        folders.sort()
        if folder.endswith("run"):
            folders[:] = []
        for name in sorted(names):
            if name.endswith(".py") and not name.endswith(".expected.py") and not name.startswith("fail_"):
                sources.append(os.path.join(folder, name))
    top = pythons.library_of(python2)
    modules = sorted(n for n in os.listdir(top) if n.endswith(".py"))
    sources += [os.path.join(top, n) for n in modules[::max(1, len(modules) // count)][:count]]
    for number, source in enumerate(sources):
        place = os.path.join(target, "d%04d" % number)
        os.makedirs(place)
        shutil.copyfile(source, os.path.join(place, os.path.basename(source)))


class Runner:
    def __init__(self, py3k, work):
        self.py3k = py3k
        self.work = work
        self.number = 0

    def fresh(self, source):
        self.number += 1
        tree = os.path.join(self.work, "t%d" % self.number)
        shutil.copytree(source, tree)
        return tree

    def run(self, tree, options):
        env = dict(os.environ, XDG_STATE_HOME=os.path.join(tree, ".state"))
        done = subprocess.run([self.py3k, "-w", "--no-diffs", "--format", "json", *options, "."], cwd=tree, env=env,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in (0, 3):
            sys.exit("py3k %s ended with %d: %s" % (" ".join(options), done.returncode, done.stderr.decode()[-500:]))
        return {f["path"]: f for f in json.loads(done.stdout)["files"]}


def texts(tree):
    found = {}
    for folder, folders, names in os.walk(tree):
        folders[:] = [f for f in folders if f != ".state"]
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as stream:
                found[os.path.relpath(path, tree)] = stream.read().decode("latin-1")
    return found


def missing(wanted, others, before, after, report):
    """Lines of a file that came out otherwise than in one full run, and of which the closing run says nothing."""
    said = set()
    for finding in report.get("findings", ()):
        if not finding["applied"]:
            said.update(range(finding["line"] - 1, finding["end_line"] + 2))
    before, after, wanted = before.splitlines(), after.splitlines(), wanted.splitlines()
    origin = {}
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, False).get_opcodes():
        for line in range(c, d + 1):
            origin[line] = (a + line - c + 1, a + line - c + 1) if kind == "equal" else (a + 1, b)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, after, wanted, False).get_opcodes():
        if kind == "equal":
            continue
        lines = {n for at in range(a, max(b, a + 1)) for n in range(origin.get(at, (0, 0))[0], origin.get(at, (0, 0))[1] + 1)}
        same = "\n".join(after[a:b])
        # What --safe takes a tuple apart with, wherever it is run: a call of another lambda.
        if any(re.search(r"\(lambda [\w, ]+: .*\)\(\*\w+\)", line) for line in after[a:b]):
            continue
        if not lines & said and not any("\n" + same + "\n" in other for other in others):
            yield after[a:b], wanted[c:d]


def choose(names, rng, both):
    kind = rng.randrange(6)
    if kind == 1 and both:
        return ["--target", "2+3"]
    if kind <= 1:
        return ["--safe"]
    some = rng.sample(names, rng.choice([1, 1, 2, 3, 5, 20]))
    return [word for name in some for word in (("-f", name) if kind < 4 else ("-x", name))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("py3k", nargs="?", default=os.environ.get("PY3K"))
    parser.add_argument("--sequences", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--library-files", type=int, default=100)
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    py3k = os.path.abspath(options.py3k)
    python2 = pythons.find_python2()
    if python2 is None:
        pythons.skip("no Python 2.7")
    rng = random.Random(options.seed)
    listed = subprocess.run([py3k, "list"], stdout=subprocess.PIPE, check=True).stdout.decode()
    names = sorted({line.split()[0] for line in listed.splitlines()[1:] if line.strip() and "(off by default)" not in line})
    bad = 0
    with tempfile.TemporaryDirectory() as work:
        source = os.path.join(work, "source")
        make_tree(source, python2, options.library_files)
        runner = Runner(py3k, work)
        for mode in MODES:
            tree = runner.fresh(source)
            runner.run(tree, mode)
            once = texts(tree)
            runner.run(tree, mode)
            twice = texts(tree)
            changed = [p for p in sorted(once) if once[p] != twice[p]]
            print("twice %s: %d files change again" % (" ".join(mode) or "plain", len(changed)))
            bad += len(changed)
            for path in changed[:SHOWN]:
                print("  " + path)
                for line in list(difflib.unified_diff(once[path].splitlines(), twice[path].splitlines(), "once", "twice", lineterm="", n=0))[2:8]:
                    print("    " + line)
            shutil.rmtree(tree)
        tree = runner.fresh(source)
        runner.run(tree, [])
        wanted = texts(tree)
        shutil.rmtree(tree)
        others = []
        for modes in ([MODES[0]], [MODES[1]], [MODES[0], MODES[1]], [MODES[1], MODES[0]]):
            tree = runner.fresh(source)
            for mode in modes + [[]]:
                runner.run(tree, mode)
            others.append(texts(tree))
            shutil.rmtree(tree)
        runs = reported = shown = 0
        for number in range(options.sequences):
            tree = runner.fresh(source)
            steps = []
            for _ in range(options.runs):
                steps.append(choose(names, rng, number % 2))
                runner.run(tree, steps[-1])
                runs += 1
            before = texts(tree)
            report = runner.run(tree, [])
            after = texts(tree)
            for path in sorted(wanted):
                if after[path] == wanted[path]:
                    continue
                lost = list(missing(wanted[path], ["\n" + o[path] + "\n" for o in others], before[path], after[path], report.get(path, report.get("./" + path, {}))))
                reported += not lost
                bad += bool(lost)
                if not lost or (shown := shown + 1) > SHOWN:
                    continue
                print("after %s: %s" % ("; ".join(" ".join(s) for s in steps), path))
                for got, want in lost[:3]:
                    print("".join("    - %s\n" % l for l in got[:3]) + "".join("    + %s\n" % l for l in want[:3]), end="")
            shutil.rmtree(tree)
    print("%d partial runs in %d sequences: %d files differ with a finding, %d without or by a second run" %
          (runs, options.sequences, reported, bad))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
