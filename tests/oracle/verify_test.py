#!/usr/bin/env python3
"""Holds the last gate, engine/python3, against compile() of the Pythons that are there.

    verify_test.py VERIFY [--count N] [--seed N] [--show N] [--library DIR]

VERIFY is py3k_verify. The texts are pieces of testdata/ (and of --library), and what becomes of them when tokens are dropped, doubled,
swapped, replaced or put in; half of them are statements made from a grammar of what Python 3 refuses only after parsing. A text that
we take must be one that Python 3.13, 3.12 or 3.9 compiles, and one that we refuse must be refused by the first two. The same seed gives the same texts. Exits 1 on any
difference, 77 where there is no Python to compare with.

A hundred thousand texts: verify_test.py build/dev/bin/py3k_verify --count 100000 --library /usr/lib/python3.12
"""

import argparse
import io
import os
import random
import re
import subprocess
import sys
import tokenize

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.dirname(HERE))
import pythons  # noqa: E402

# What compile() of one Python makes of texts that come with their lengths: a line each, "ok" or the error.
COMPILER = r"""
import sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
stdin = sys.stdin.buffer
while True:
    length = stdin.readline()
    if not length:
        break
    text = stdin.read(int(length))
    try:
        compile(text, "x", "exec", 0, True)
        answer = "ok"
    except Exception as error:
        answer = "%s: %s" % (type(error).__name__, " ".join(str(error).split()))
    sys.stdout.write(answer.encode("ascii", "replace").decode() + "\n")
"""

WORDS = ("a b x y self _ __debug__ match case type print exec f C 0 1 2.5 3j 0x1f 'a' b'a' f'{a}' u'b' None True False ... "
         "and as assert async await break class continue def del elif else except finally for from global if import in is lambda "
         "nonlocal not or pass raise return try while with yield ( ) [ ] { } , ; : . = := -> += -= * ** @ + - ~ / // | % & ^ < > == "
         "<= != << not in").split()


def python_files(folder):
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(root, name)


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


def pieces_of(text, size=40):
    """The text, or where it is long, runs of its top-level statements."""
    lines = text.splitlines(True)
    if len(lines) <= size:
        return [text]
    pieces, piece = [], []
    for line in lines:
        if len(piece) >= size // 2 and line.strip() and not line[0].isspace() and not line.startswith(("else", "elif", "except", "finally", ")", "]", "}", "#")):
            pieces.append("".join(piece))
            piece = []
        piece.append(line)
    pieces.append("".join(piece))
    return [piece for piece in pieces if len(piece) < 6000]


def tokens_of(text):
    """The tokens with the blanks before each, or nothing where Python's own tokenizer gives up."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return None
    starts = [0]
    for line in text.splitlines(True):
        starts.append(starts[-1] + len(line))
    parts, at = [], 0
    for token in tokens:
        if token.type in (tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.NEWLINE, tokenize.NL, tokenize.COMMENT):
            continue
        begin = starts[token.start[0] - 1] + token.start[1]
        end = starts[token.end[0] - 1] + token.end[1]
        if begin < at:
            continue
        parts.append((text[at:begin], text[begin:end]))
        at = end
    return parts, text[at:]


def mutated(parts, rest, chance):
    parts = list(parts)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if not parts:
            break
        at = chance.randrange(len(parts))
        blanks, token = parts[at]
        what = chance.randrange(6)
        if what == 0:
            parts[at] = (blanks, "")
        elif what == 1:
            parts[at] = (blanks, token + " " + token)
        elif what == 2 and at + 1 < len(parts):
            parts[at], parts[at + 1] = (blanks, parts[at + 1][1]), (parts[at + 1][0] or " ", token)
        elif what == 3:
            parts[at] = (blanks, chance.choice(WORDS))
        elif what == 4:
            parts[at] = (blanks, chance.choice(WORDS) + " " + token)
        else:
            parts[at] = (blanks, chance.choice(parts)[1])
    return "".join(blanks + token for blanks, token in parts) + rest


class Generator:
    """Programs whose grammar is a little wider than Python's."""

    def __init__(self, chance):
        self.chance = chance

    def pick(self, *options):
        choice = self.chance.choice(options)
        return choice() if callable(choice) else choice

    def name(self):
        return self.chance.choice(("a", "b", "c", "x", "_", "match", "type", "self"))

    def some(self, make, least=0, most=3, between=", "):
        return between.join(make() for _ in range(self.chance.randint(least, most)))

    def atom(self, depth):
        if depth <= 0:
            return self.pick(self.name, "1", "'s'", "None", "...", "2j", "b''")
        down = depth - 1
        return self.pick(
            self.name, self.name, "1", "'a' 'b'", "True", "b'a' b'c'", lambda: "f'{%s}'" % self.expression(0),
            lambda: "f'{%s!r:>{%s}}'" % (self.name(), self.expression(0)), lambda: "(%s)" % self.item(down),
            lambda: "(%s,)" % self.item(down), lambda: "(%s, %s)" % (self.item(down), self.item(down)),
            lambda: "[%s]" % self.some(lambda: self.item(down)), lambda: "{%s}" % self.some(lambda: self.item(down)),
            lambda: "{%s}" % self.some(lambda: self.entry(down)), lambda: "(yield %s)" % self.pick("", lambda: self.expression(down)),
            lambda: self.comprehension(down), lambda: "%s(%s)" % (self.atom(down), self.arguments(down)),
            lambda: "%s[%s]" % (self.atom(down), self.some(lambda: self.subscript(down), 0, 2)),
            lambda: "%s.%s" % (self.atom(down), self.name()), lambda: "await %s" % self.atom(down))

    def expression(self, depth):
        if depth <= 0:
            return self.atom(0)
        down = depth - 1
        return self.pick(
            lambda: self.atom(down), lambda: self.atom(down), lambda: "%s + %s" % (self.expression(down), self.expression(down)),
            lambda: "not %s" % self.expression(down), lambda: "-%s" % self.expression(down),
            lambda: "%s if %s else %s" % (self.expression(down), self.expression(down), self.expression(down)),
            lambda: "lambda %s: %s" % (self.parameters(down, False), self.expression(down)),
            lambda: "%s %s %s" % (self.expression(down), self.pick("and", "or", "in", "not in", "is", "<", "**", "|"), self.expression(down)))

    def item(self, depth):
        return self.pick(lambda: self.expression(depth), lambda: self.expression(depth), lambda: self.expression(depth),
                         lambda: "*%s" % self.expression(depth), lambda: "%s := %s" % (self.name(), self.expression(depth)))

    def entry(self, depth):
        return self.pick(lambda: "%s: %s" % (self.expression(depth), self.expression(depth)), lambda: "**%s" % self.expression(depth))

    def subscript(self, depth):
        return self.pick(lambda: self.item(depth), lambda: "%s:%s" % (self.expression(depth), self.expression(depth)), ":", "::")

    def comprehension(self, depth):
        clauses = self.some(lambda: self.pick(
            lambda: "%sfor %s in %s" % (self.pick("", "", "async "), self.targets(depth), self.expression(depth)),
            lambda: "if %s" % self.expression(depth)), 1, 2, " ")
        if not clauses.startswith(("for", "async")):
            clauses = "for %s in %s " % (self.name(), self.name()) + clauses
        return self.pick("[%s %s]", "(%s %s)", "{%s %s}") % (self.pick(lambda: self.item(depth), lambda: self.entry(depth)), clauses)

    def arguments(self, depth):
        return self.some(lambda: self.pick(
            lambda: self.item(depth), lambda: "%s=%s" % (self.name(), self.expression(depth)), lambda: "**%s" % self.name(),
            lambda: "%s for %s in %s" % (self.name(), self.name(), self.name())), 0, 3)

    def parameters(self, depth, annotated=True):
        def one():
            return self.pick(self.name, self.name, lambda: "%s=%s" % (self.name(), self.expression(depth)), lambda: "*" + self.name(),
                             lambda: "**" + self.name(), "*", "/", lambda: self.name() + (": int" if annotated else ""))
        return self.some(one, 0, 4)

    def target(self, depth):
        return self.pick(self.name, self.name, lambda: self.atom(depth), lambda: "*" + self.name(), lambda: "(%s)" % self.targets(depth - 1),
                         lambda: "[%s]" % self.targets(depth - 1), lambda: "%s.x" % self.atom(depth), lambda: "%s[0]" % self.atom(depth))

    def targets(self, depth):
        if depth < -2:
            return self.name()
        return self.some(lambda: self.target(depth), 1, 2) + self.pick("", "", ",")

    def simple(self):
        return self.pick(
            lambda: "%s = %s" % (self.targets(1), self.value()), lambda: "%s += %s" % (self.targets(1), self.value()),
            lambda: "%s: %s" % (self.targets(0), self.expression(1)), lambda: "%s: int = %s" % (self.target(1), self.value()), self.value,
            lambda: "del %s" % self.targets(1), lambda: "return %s" % self.pick("", self.value), lambda: "raise %s" % self.expression(1),
            lambda: "global %s" % self.some(self.name, 1, 2), lambda: "nonlocal %s" % self.name(), "break", "continue", "pass",
            lambda: "import %s" % self.name(), lambda: "from %s import %s" % (self.pick("a", ".", "__future__"), self.pick("*", "b", "division", "(b, c)", "b,")),
            lambda: "assert %s, %s" % (self.expression(1), self.expression(0)), lambda: "yield %s" % self.value(),
            lambda: "type %s = %s" % (self.name(), self.expression(1)), lambda: "%s = yield %s" % (self.name(), self.expression(1)))

    def value(self):
        return self.some(lambda: self.item(2), 1, 2) + self.pick("", "", "", ",")

    def block(self, depth, indent):
        lines = []
        for _ in range(self.chance.randint(1, 3)):
            lines += self.statement(depth, indent)
        return lines

    def statement(self, depth, indent):
        if depth <= 0 or self.chance.random() < 0.4:
            return [indent + self.simple()]
        inside = self.block(depth - 1, indent + "    ")
        other = self.block(depth - 1, indent + "    ")

        def with_header(header):
            return [indent + header] + inside
        return self.pick(
            lambda: with_header("%sdef %s(%s)%s:" % (self.pick("", "", "async "), self.name(), self.parameters(0), self.pick("", " -> int"))),
            lambda: with_header("%sdef %s(%s):" % (self.pick("", "async "), self.name(), self.some(self.name, 0, 2))),
            lambda: with_header("class %s%s:" % (self.name(), self.pick("", lambda: "(%s)" % self.arguments(0)))),
            lambda: with_header("if %s:" % self.item(1)) + self.pick([], [indent + "else:"] + other),
            lambda: with_header("while %s:" % self.item(1)) + self.pick([], [indent + "else:"] + other),
            lambda: with_header("%sfor %s in %s:" % (self.pick("", "", "async "), self.targets(0), self.value())),
            lambda: with_header("%swith %s:" % (self.pick("", "", "async "), self.with_items())),
            lambda: with_header("try:") + self.handlers(other, indent),
            lambda: [indent + "match %s:" % self.value()] + self.cases(depth - 1, indent + "    "),
            lambda: [indent + "@" + self.item(1)] + with_header("def %s[%s](): " % (self.name(), self.some(self.type_parameter, 1, 2))))

    def type_parameter(self):
        return self.pick(self.name, lambda: self.name() + ": " + self.expression(1), lambda: "*" + self.name(), lambda: "**" + self.name())

    def with_items(self):
        items = self.some(lambda: self.expression(1) + self.pick("", lambda: " as " + self.target(0)), 1, 2)
        return self.pick("%s", "%s", "(%s)", "(%s,)") % items

    def handlers(self, other, indent):
        clauses = []
        for _ in range(self.chance.randint(0, 3)):
            clauses.append(self.pick("except:", "except a:", "except (a, b) as c:", "except* a:", "else:", "finally:", "except a, b:",
                                     lambda: "except a as %s:" % self.target(0)))
        lines = []
        for clause in clauses:
            lines += [indent + clause] + other
        return lines

    def cases(self, depth, indent):
        lines = []
        for _ in range(self.chance.randint(1, 3)):
            lines.append(indent + "case %s%s:" % (self.pick(lambda: self.pattern(2), lambda: self.some(lambda: self.pattern(1), 1, 3) + self.pick("", ",")),
                                                  self.pick("", "", lambda: " if " + self.expression(1))))
            lines += self.block(min(depth, 0), indent + "    ")
        return lines

    def pattern(self, depth):
        down = depth - 1
        if depth <= 0:
            return self.pick(self.name, "_", "1", "-2", "1 + 2j", "'a'", "None", "a.b", "*a", "*_", "f''")
        return self.pick(
            lambda: self.pattern(0), lambda: "%s | %s" % (self.pattern(down), self.pattern(down)), lambda: "(%s)" % self.pattern(down),
            lambda: "%s as %s" % (self.pattern(down), self.name()), lambda: "[%s]" % self.some(lambda: self.pattern(down)),
            lambda: "(%s,)" % self.some(lambda: self.pattern(down)), lambda: "{%s}" % self.some(lambda: self.key(down)),
            lambda: "a(%s)" % self.some(lambda: self.pick(lambda: self.pattern(down), lambda: "%s=%s" % (self.name(), self.pattern(down)))))

    def key(self, depth):
        return self.pick(lambda: "%s: %s" % (self.pick("1", "'a'", "a.b", "a", "-1", "None", "b'x'"), self.pattern(depth)), lambda: "**" + self.name())

    def program(self):
        return "\n".join(self.block(3, "")) + "\n"


def texts(arguments):
    chance = random.Random(arguments.seed)
    sources = []
    folders = [os.path.join(ROOT, "testdata")] + arguments.library
    for folder in folders:
        for path in python_files(folder):
            try:
                text = read(path).decode("utf-8")
            except UnicodeDecodeError:
                continue
            if "\0" in text or re.search(r"coding[:=]", text):
                continue
            sources += pieces_of(text)
    chance.shuffle(sources)
    generator = Generator(chance)
    made = 0
    for text in sources[:arguments.count // 4]:
        made += 1
        yield text
    tokenized = []
    while made < arguments.count:
        made += 1
        if made % 2:
            yield generator.program() if chance.random() < 0.5 else "\n".join(generator.statement(2, "")) + "\n"
            continue
        if len(tokenized) < len(sources) and (not tokenized or chance.random() < 0.5):
            tokenized.append(tokens_of(sources[len(tokenized)]))
        parts = chance.choice(tokenized)
        if parts:
            yield mutated(parts[0], parts[1], chance)


def ask(command, batch):
    message = b"".join(b"%d\n%s" % (len(text), text) for text in batch)
    done = subprocess.run(command, input=message, stdout=subprocess.PIPE)
    answers = done.stdout.decode("utf-8", "replace").split("\n")[:-1]
    if len(answers) != len(batch):
        raise SystemExit("%s: %d answers for %d texts, exit %d" % (command[0], len(answers), len(batch), done.returncode))
    return answers

TEMPLATE_STRING = re.compile(rb"(?<![\w'\"])(?:[tT][rR]?|[rR][tT])['\"]")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verify")
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--library", action="append", default=[])
    arguments = parser.parse_args()
    there = pythons.find_python3s((3, 9))
    found = [version for version in ((3, 13), (3, 12), (3, 9)) if version in there]
    if not found:
        print("no Python 3.9, 3.12 or 3.13")
        return 77
    totals = {"texts": 0, "taken by both": 0, "we take, they refuse": 0, "we refuse, they take": 0}
    shown = {}
    batch = []

    def settle():
        ours = ask([arguments.verify], batch)
        # What one takes is not asked of the others.
        refused = list(range(len(batch)))
        errors, only_old = {}, set()
        for version in found:
            answers = ask([there[version], "-c", COMPILER], [batch[i] for i in refused])
            errors.update({i: answer for i, answer in zip(refused, answers)})
            if version < (3, 12):
                only_old.update(i for i, answer in zip(refused, answers) if answer == "ok")
            refused = [i for i, answer in zip(refused, answers) if answer != "ok"]
        refused = set(refused)
        for i, text in enumerate(batch):
            totals["texts"] += 1
            takes, they_take = not ours[i], i not in refused
            # Right either way: what only old ones take, and template strings, which are new in 3.14.
            if i in only_old or (takes and TEMPLATE_STRING.search(text)):
                they_take = takes
            if takes and they_take:
                totals["taken by both"] += 1
            elif takes != they_take:
                what = "we take, they refuse" if takes else "we refuse, they take"
                totals[what] += 1
                shown.setdefault(what, []).append((ours[i] or errors[i], text))
        batch.clear()

    for text in texts(arguments):
        batch.append(text.encode("utf-8", "surrogatepass"))
        if len(batch) == 2000:
            settle()
    if batch:
        settle()
    for what, cases in shown.items():
        for answer, text in cases[:arguments.show]:
            print("--- %s: %s\n%s" % (what, answer, text.decode("utf-8", "replace")))
    print(", ".join("%s: %d" % total for total in totals.items()), "(%s)" % ", ".join("%d.%d" % version for version in found))
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
