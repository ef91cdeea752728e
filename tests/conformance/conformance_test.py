#!/usr/bin/env python3
"""Holds py3k, under the name 2to3, against lib2to3's own test suite.

    conformance_test.py PY3K --build DIR [--only REGEX] [--stubs]

What is scored is the drop-in: py3k started as 2to3, with the fixers that a case names. Under its own name it
imports only the modules of urllib that are used, and makes up other names; see engine/rewrite/settings.h.

The suite is harvested (harvest.py) from the Pythons of this machine that still have it into DIR; its text
stays out of the repository. Every case whose fixers py3k has is run. What is answered differently has to
have an entry in deviations.toml:

    [[case]]
    id = "dict:1a2b3c4d"        # the fixer, and a hash of the case
    ours = "for x in d: pass"   # the lines that differ
    theirs = "for x in list(d): pass"
    reason = "Python 2 made no list here either: https://docs.python.org/..."

A case without an entry fails the test, and so does an entry whose case is answered alike, or in yet another
way; of an entry whose case no Python of the machine has, only a note is printed. Alike is: the same bytes, or the same but for white space, or the same ast. Of a case that wants a warning
any message about the file will do, in our words. Exits 77 where no Python has lib2to3's tests. --stubs prints
entries to fill in.
"""

import argparse
import collections
import difflib
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import pythons  # noqa: E402
import score  # noqa: E402

TABLE = os.path.join(HERE, "deviations.toml")
HAS_SUITE = "import sys, os, lib2to3; n = %r; __import__(n); sys.stdout.write(n)"
SUITES = ("test.test_lib2to3.test_fixers", "lib2to3.tests.test_fixers")
SHOWN = 40


def has_suite(python):
    for name in SUITES:
        done = subprocess.run([python, "-W", "ignore", "-c", HAS_SUITE % name], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
        if done.returncode == 0:
            return True
    return False


def sources():
    """What the harvester would read: the Pythons of pyenv that have the suite."""
    root = pythons.pyenv_root()
    versions = os.path.join(root, "versions") if root else ""
    names = sorted(os.listdir(versions)) if os.path.isdir(versions) else []
    return versions, [n for n in names if has_suite(os.path.join(versions, n, "bin", "python"))]


def harvested(build):
    versions, names = sources()
    if not names:
        pythons.skip("no Python here has lib2to3's tests (looked at pyenv's versions)")
    cases, stamp = os.path.join(build, "lib2to3.jsonl"), os.path.join(build, "stamp")
    wanted = " ".join(names)
    for script in ("rec_lib2to3.py", "suite_lib2to3.py", "common.py"):
        with open(os.path.join(HERE, script), "rb") as stream:
            wanted += " " + hashlib.sha256(stream.read()).hexdigest()
    try:
        with open(stamp) as stream:
            fresh = stream.read() == wanted and os.path.exists(cases)
    except OSError:
        fresh = False
    if not fresh:
        done = subprocess.run([sys.executable, os.path.join(HERE, "harvest.py"), "--out", build, "--pyenv", versions],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit("the suite could not be harvested: " + done.stderr.decode("utf-8", "replace")[-2000:])
        with open(stamp, "w") as stream:
            stream.write(wanted)
    return score.load(cases)


def identify(case):
    """The same wherever the case is harvested, and in whatever order."""
    text = json.dumps([case["fixers"], case["kind"], case["before"], case["before_b64"], case["after"],
                       case["message"], case["files"], case["filename"], case["options"]])
    return "%s:%s" % (case["fixer"], hashlib.sha256(text.encode()).hexdigest()[:8])


def is_parser_case(case):
    return case["kind"] in ("parses", "invalid")


class Answer:
    def __init__(self, data, messages, failed):
        self.data, self.messages, self.failed = data, messages, failed


def run_group(program, fixers, options, cases):
    """[Answer] of one start of py3k; what it says is told from the forms of 2to3's messages."""
    with tempfile.TemporaryDirectory(prefix="py3k-conformance-") as scratch:
        link = os.path.join(scratch, "2to3")
        os.symlink(program, link)
        folder = os.path.join(scratch, "cases")
        os.mkdir(folder)
        paths = [score.write(folder, i, case) for i, case in enumerate(cases)]
        command = [link, "-w", "-n", "--no-diffs"] + list(options)
        for fixer in fixers:
            command += ["-f", fixer]
        done = subprocess.run(command + [folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in (0, 1):
            sys.exit("%s ended with %d: %s" % (" ".join(command), done.returncode, done.stderr.decode()[-2000:]))
        messages, failed, current = collections.defaultdict(list), set(), None
        for line in done.stderr.decode("utf-8", "replace").splitlines():
            line = line.replace("RefactoringTool: ", "", 1)
            about = re.match(r"### In file (.*) ###$", line)
            current = about.group(1) if about else current
            if line.startswith("Line ") and current:
                messages[current].append(line)
            error = re.match(r"Can't (?:parse|open|write) (.*?): ", line)
            if error:
                failed.add(error.group(1))
        answers = []
        for path in paths:
            with open(path, "rb") as stream:
                answers.append(Answer(stream.read(), messages[path], path in failed))
        return answers


def judge(case, answer):
    """None when alike, else (ours, theirs)."""
    before = score.payload(case)
    if case["kind"] == "parses":
        return ("not parsed", "parsed") if answer.failed else None  # the fixer may have had something to do
    if case["kind"] == "invalid":
        return None if answer.failed and answer.data == before else ("parsed", "not parsed")
    got, want = answer.data.decode("utf-8", "surrogatepass"), case["after"]
    alike = got == want or score.loose(got.rstrip() + "\n", want.rstrip() + "\n",
                                       case["before"].rstrip() + "\n")
    if not alike:
        return differing_lines(got, want)
    if case["kind"].startswith("warns") and case["message"] and not answer.messages:
        return "no warning", "a warning"
    return None


def differing_lines(got, want):
    mine, theirs = [], []
    for line in difflib.ndiff(want.splitlines(), got.splitlines()):
        if line.startswith("+ "):
            mine.append(line[2:])
        elif line.startswith("- "):
            theirs.append(line[2:])
    return "\n".join(mine), "\n".join(theirs)


def run_all(program, cases):
    """{id: (ours, theirs) or None} and the fixers that py3k has not."""
    listed = subprocess.run([program, "list"], check=True, stdout=subprocess.PIPE).stdout.decode()
    known = {line.split()[0] for line in listed.splitlines()[1:]}
    groups, missing = collections.OrderedDict(), collections.Counter()
    for case in cases:
        if case.get("superseded") or case.get("expected_failure") or case["ref_ok"] is False:
            continue
        # The fixer does not matter to the parser's cases.
        fixers = ("has_key",) if is_parser_case(case) else tuple(case["fixers"])
        lacking = [f for f in fixers if f not in known]
        if lacking:
            missing[" ".join(lacking)] += 1
        else:
            groups.setdefault((fixers, tuple(case["options"])), []).append(case)
    verdicts, counts = {}, collections.Counter()
    for (fixers, chosen), group in groups.items():
        for case, answer in zip(group, run_group(program, fixers, chosen, group)):
            kind = "parser" if is_parser_case(case) else "warning" if case["message"] else \
                "rewrite" if case["after"] != case["before"] else "no change"
            verdict = judge(case, answer)
            verdicts[identify(case)] = (case, verdict)
            counts[kind] += 1
            counts[kind + " alike"] += verdict is None
            counts["warning reported"] += bool(kind == "warning" and answer.messages)
    return verdicts, missing, counts


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def stub(identity, verdict, reason):
    ours, theirs = verdict
    return "[[case]]\nid = %s\nours = %s\ntheirs = %s\nreason = %s\n" % (
        quoted(identity), quoted(ours), quoted(theirs), quoted(reason))


def main():
    try:
        import tomllib
    except ImportError:
        pythons.skip("this needs Python 3.11 or newer, for tomllib")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("py3k")
    parser.add_argument("--build", required=True)
    parser.add_argument("--only", default="", help="regular expression for fixers")
    parser.add_argument("--stubs", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.build, exist_ok=True)
    cases = [c for c in harvested(options.build) if re.search(options.only, c["fixer"] or "")]
    with open(TABLE, "rb") as stream:
        table = tomllib.load(stream).get("case", [])
    if not cases and not options.only:
        sys.exit("no cases were harvested")
    verdicts, missing, counts = run_all(os.path.abspath(options.py3k), cases)

    problems, entries = [], {}
    for entry in table:
        if entry["id"] in entries:
            problems.append("%s: two entries" % entry["id"])
        entries[entry["id"]] = entry
        if len(entry.get("reason", "").split()) < 5:
            problems.append("%s: no reason" % entry["id"])
    for identity, (case, verdict) in verdicts.items():
        entry = entries.get(identity)
        if verdict is None and entry is not None:
            problems.append("%s: the entry is not needed any more" % identity)
        elif verdict is not None and entry is None:
            problems.append("%s (%s): ours %r, theirs %r" % ((identity, case["test"]) + verdict))
            if options.stubs:
                print(stub(identity, verdict, ""))
        elif verdict is not None and (entry.get("ours"), entry.get("theirs")) != verdict:
            problems.append("%s: the entry says ours %r, theirs %r; it is ours %r, theirs %r" % (
                (identity, entry.get("ours"), entry.get("theirs")) + verdict))
    if not options.stubs:
        for kind in ("rewrite", "no change", "warning", "parser"):
            print("%-10s %4d of %4d alike" % (kind, counts[kind + " alike"], counts[kind]))
        print("%-10s %4d of %4d reported" % ("warning", counts["warning reported"], counts["warning"]))
        print("%d entries in deviations.toml" % len(table))
        unknown = set(entries) - {identify(case) for case in cases}
        if unknown and not options.only:
            print("entries for cases that no suite of this machine has (another machine's may): %s" %
                  " ".join(sorted(unknown)))
        for name, count in sorted(missing.items()):
            print("not covered: %d cases of %s" % (count, name))
        for problem in problems[:SHOWN]:
            print("PROBLEM " + problem)
        if len(problems) > SHOWN:
            print("... and %d more" % (len(problems) - SHOWN))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
