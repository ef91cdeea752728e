#!/usr/bin/env python3
"""Checks each line of the facts about Python's library, about each Python that is on this machine, by importing and
looking: is the name there in the versions that are to have it, and in no other? Is its replacement?

usage: library_facts_test.py
"""

import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, os.pardir, os.pardir, os.pardir)
sys.path.insert(0, os.path.join(ROOT, "tests"))
import pythons  # noqa: E402

FACTS = os.path.join(ROOT, "engine", "library", "python.facts")
LOOK = os.path.join(HERE, "facts_look.py")
VERSION = re.compile(r"\d+\.\d+$")
NEVER = (99, 0)


def version(word):
    return tuple(int(part) for part in word.split("."))


class Line:
    def __init__(self, number, text):
        text = text.split(" ; ")[0]
        self.number = number
        self.is_module = text.startswith("module ")
        if self.is_module:
            text = text[len("module "):]
        head = re.match(r"([^\s(]+)(\([^)]*\))?", text)
        self.name = head.group(1)
        words = text[head.end():].split()
        self.since, self.gone, self.back = (2, 7), NEVER, NEVER
        self.to, self.to_since = None, (3, 0)
        self.is_hidden = "hidden" in words
        for i, word in enumerate(words):
            if word == "from":
                self.since = version(words[i + 1])
            elif word == "gone":
                self.gone = version(words[i + 1])
            elif word == "back":
                self.back = version(words[i + 1])
            elif word == "=>":
                self.to = words[i + 1]
                if i + 2 < len(words) and VERSION.match(words[i + 2]):
                    self.to_since = version(words[i + 2])

    def is_in(self, python):
        return self.since <= python and (python < self.gone or python >= self.back)

    def questions(self, python, by_name):
        if self.is_hidden:
            return
        yield "module" if self.is_module else "name", self.name, self.is_in(python)
        if self.to and python >= self.to_since and not is_known_to_go(self.to, python, by_name):
            if self.to.startswith("builtins.") and re.search(r"[(,]", self.to):
                yield "expression", self.to[len("builtins."):], True
            else:
                yield "name", self.to, True


def is_known_to_go(name, python, by_name):
    """Is a replacement gone itself by then, or its module?"""
    parts = name.split(".")
    lines = (by_name.get(".".join(parts[:length])) for length in range(1, len(parts) + 1))
    return any(line and not line.is_in(python) for line in lines)


def read_lines():
    with open(FACTS, encoding="utf-8") as stream:
        text = stream.read()
    body = text[re.search(r"^\[", text, re.M).start():]
    before = text.count("\n", 0, len(text) - len(body))
    for number, line in enumerate(body.splitlines(), before + 1):
        line = line.strip()
        if line and line[0] not in "#[":
            yield Line(number, line)


def check(python, path, lines):
    """What is wrong, as (line, name, expected)."""
    by_name = {line.name: line for line in lines}
    asked = [(line.number,) + question for line in lines for question in line.questions(python, by_name)]
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "DISPLAY")}
    done = subprocess.run([path, LOOK], input=json.dumps(asked), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          universal_newlines=True, env=environment, timeout=300)
    if done.returncode != 0:
        sys.exit("%s: %s" % (path, done.stderr))
    print("Python %d.%d: %d questions" % (python + (len(asked),)))
    return json.loads(done.stdout.rsplit("\n", 2)[-2])


def main():
    lines = list(read_lines())
    available = pythons.find_python3s((3, 6))
    python2 = pythons.find_python2()
    if python2:
        available[(2, 7)] = python2
    if not available:
        pythons.skip("there is no Python to ask")
    failures = 0
    for python, path in sorted(available.items()):
        for line, name, expected in check(python, path, lines):
            print("  python.facts:%d: %s is %s" % (line, name, "not there" if expected else "there"))
            failures += 1
    print("%d lines, %d Pythons, %d wrong" % (len(lines), len(available), failures))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
