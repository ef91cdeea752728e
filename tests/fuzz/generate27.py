"""Python 2.7 programs, made from its grammar: the same ones for the same seed, most of which 2.7 compiles.

    for text in generate27.programs(seed=1, count=1000): ...

GRAMMAR is what https://docs.python.org/2/reference/grammar.html describes, in the same notation. Each program is made for two of
its rules, the second somewhere inside the first, so that over time every rule stands in every other that can hold it; what
else a rule asks for is filled in by chance. Then the tokens are laid out: tight, with blanks, tabs, comments, joined lines.
Whether a program compiles is for a Python 2.7 to say: of rules such as "no return outside of a function" most are kept here, by
`wrapped`, and by targets having a rule of their own.
"""

import random
import re

GRAMMAR = r"""
file_input: stmt stmt*
decorated: decorator decorator* (classdef | funcdef)
decorator: '@' dotted_name [ '(' [arglist] ')' ] NEWLINE
funcdef: 'def' NAME parameters ':' suite
parameters: '(' [varargslist] ')'
varargslist: (fpdef ['=' test] ',')* ('*' NAME [',' '**' NAME] | '**' NAME) | fpdef ['=' test] (',' fpdef ['=' test])* [',']
fpdef: NAME | '(' fplist ')'
fplist: fpdef (',' fpdef)* [',']

stmt: simple_stmt | compound_stmt
simple_stmt: small_stmt (';' small_stmt)* [';'] NEWLINE
small_stmt: expr_stmt | print_stmt | del_stmt | 'pass' | flow_stmt | import_stmt | global_stmt | exec_stmt | assert_stmt
expr_stmt: testlist | (targets '=')* targets '=' (yield_expr | testlist) | target augassign (yield_expr | testlist) | yield_expr
augassign: '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
print_stmt: 'print' [test (',' test)* [',']] | 'print' '>>' test [',' test (',' test)* [',']]
del_stmt: 'del' targets
flow_stmt: 'break' | 'continue' | return_stmt | raise_stmt | yield_expr
return_stmt: 'return' [testlist]
raise_stmt: 'raise' [test [',' test [',' test]]]
import_stmt: import_name | import_from
import_name: 'import' dotted_as_name (',' dotted_as_name)*
import_from: 'from' import_path 'import' ('*' | '(' import_as_names [','] ')' | import_as_names)
import_path: '.'* dotted_name | '.' '.'*
import_as_name: NAME ['as' NAME]
dotted_as_name: dotted_name ['as' NAME]
import_as_names: import_as_name (',' import_as_name)*
dotted_name: NAME ('.' NAME)*
global_stmt: 'global' NAME (',' NAME)*
exec_stmt: 'exec' expr ['in' test [',' test]]
assert_stmt: 'assert' test [',' test]

compound_stmt: if_stmt | while_stmt | for_stmt | try_stmt | with_stmt | funcdef | classdef | decorated
if_stmt: 'if' test ':' suite ('elif' test ':' suite)* ['else' ':' suite]
while_stmt: 'while' test ':' suite ['else' ':' suite]
for_stmt: 'for' targets 'in' testlist ':' suite ['else' ':' suite]
try_stmt: 'try' ':' suite (except_clause ':' suite)* (except_clause ':' suite ['else' ':' suite] ['finally' ':' suite] | 'finally' ':' suite)
with_stmt: 'with' with_item (',' with_item)* ':' suite
with_item: test ['as' target]
except_clause: 'except' [test [('as' | ',') target]]
suite: simple_stmt | NEWLINE INDENT stmt stmt* DEDENT

targets: target | target (',' target)* [',']
target: NAME | atom trailer* subscript_of | '(' targets ')' | '[' [targets] ']'
subscript_of: '.' NAME | '[' subscriptlist ']'

testlist_safe: old_test [',' old_test (',' old_test)* [',']]
old_test: or_test | old_lambdef
old_lambdef: 'lambda' [varargslist] ':' old_test
test: or_test | or_test 'if' or_test 'else' test | lambdef
or_test: and_test ('or' and_test)*
and_test: not_test ('and' not_test)*
not_test: 'not' not_test | comparison
comparison: expr (comp_op expr)*
comp_op: '<' | '>' | '==' | '>=' | '<=' | '<>' | '!=' | 'in' | 'not' 'in' | 'is' | 'is' 'not'
expr: xor_expr ('|' xor_expr)*
xor_expr: and_expr ('^' and_expr)*
and_expr: shift_expr ('&' shift_expr)*
shift_expr: arith_expr (('<<' | '>>') arith_expr)*
arith_expr: term (('+' | '-') term)*
term: factor (('*' | '/' | '%' | '//') factor)*
factor: ('+' | '-' | '~') factor | power
power: atom trailer* ['**' factor]
atom: NAME | NUMBER | strings | '(' [yield_expr | testlist_comp] ')' | '[' [listmaker] ']' | '{' [dictorsetmaker] '}' | backticks
backticks: '`' testlist1 '`'
strings: STRING STRING*
listmaker: test (list_for | (',' test)* [','])
testlist_comp: test (comp_for | (',' test)* [','])
lambdef: 'lambda' [varargslist] ':' test
trailer: '(' [arglist] ')' | '[' subscriptlist ']' | '.' NAME
subscriptlist: subscript (',' subscript)* [',']
subscript: '.' '.' '.' | test | [test] ':' [test] [sliceop]
sliceop: ':' [test]
testlist: test (',' test)* [',']
dictorsetmaker: test ':' test (comp_for | (',' test ':' test)* [',']) | test (comp_for | (',' test)* [','])
classdef: 'class' NAME ['(' [testlist] ')'] ':' suite
arglist: (argument ',')* (argument [','] | '*' test (',' keyword)* [',' '**' test] | '**' test) | generator_among
generator_among: test comp_for | test comp_for ',' | test comp_for ',' '*' test | '*' test ',' test comp_for | test comp_for ',' '**' test | '*' test ',' argument
argument: test | keyword
keyword: NAME '=' test | '(' NAME ')' '=' test
list_iter: list_for | list_if
list_for: 'for' targets 'in' testlist_safe [list_iter]
list_if: 'if' old_test [list_iter]
comp_iter: comp_for | comp_if
comp_for: 'for' targets 'in' or_test [comp_iter]
comp_if: 'if' old_test [comp_iter]
testlist1: test (',' test)*
yield_expr: 'yield' [testlist]
"""

NAMES = ["a", "b", "c", "x", "y", "f", "u", "r", "k0", "k1", "k2", "_", "self", "args"]
# Names in Python 2, and something else in Python 3.
SPECIAL_NAMES = ["True", "False", "async", "await", "nonlocal", "match", "case", "type", "None"]
NUMBERS = ["0", "1", "42", "0777", "00", "0xFF", "0XfL", "10L", "7l", "0b11", "0o17", "0O17L", "1.5", "1.", ".5", "1e3", "1E-3", "2.e+4",
           "1j", "1.5J", "09.5", "09e1", "017j", "0l", "1e3j"]
STRINGS = ["''", '"a"', "'b c'", "u''", "U'x'", "ur'\\w'", "UR\"\\u0041\"", "b'y'", "B\"\"", "br'\\d'", "bR'z'", "r'\\''", "R\"\\\\\"",
           "'\\n'", "'it\\'s'", "\"#\"", "'\\\n'", "'a\\\nb'", '""""""', '"""a"b"""', "'''l\nm'''", "u'''\n#'\n'''", '"""`"""', "'(['",
           "'%s'", "'{0}'", "'\\x41'", "u'\\N{DASH}'", "'\\u1'", "'''\\\n'''", "r'''\\'''", "'f'"]
COMMENTS = ["#", "# c", "# it's `(", "#'''", "#: x = 1"]


class Symbol(object):
    """A rule's name, or a kind of token."""
    def __init__(self, name):
        self.name = name


class Part(object):
    """kind: "all" of, "one" of, or "some" (none, one or more) of the parts; "maybe" the part."""
    def __init__(self, kind, parts):
        self.kind, self.parts = kind, parts


def read_rule(text):
    words = re.findall(r"'[^']*'|[A-Za-z_0-9]+|[()\[\]|*]", text)
    at = [0]

    def peek():
        return words[at[0]] if at[0] < len(words) else None

    def one():
        parts = [sequence()]
        while peek() == "|":
            at[0] += 1
            parts.append(sequence())
        return parts[0] if len(parts) == 1 else Part("one", parts)

    def sequence():
        parts = []
        while peek() not in (None, "|", ")", "]"):
            parts.append(item())
        return parts[0] if len(parts) == 1 else Part("all", parts)

    def item():
        word = peek()
        at[0] += 1
        if word in "([":
            part = one()
            at[0] += 1
            if word == "[":
                part = Part("maybe", [part])
        else:
            part = word[1:-1] if word[0] == "'" else Symbol(word)
        if peek() == "*":
            at[0] += 1
            part = Part("some", [part])
        return part

    return one()


def read_grammar(text):
    return {name: read_rule(body) for name, body in re.findall(r"^(\w+): (.*)$", text, re.MULTILINE)}


RULES = read_grammar(GRAMMAR)
FAR = 10 ** 6


def settle(value_of):
    """{rule: value}, where value_of(part, values) may ask for the values of other rules: the least fixed point."""
    values = dict.fromkeys(RULES, FAR)
    while True:
        after = {name: min(values[name], value_of(rule, values)) for name, rule in RULES.items()}
        if after == values:
            return values
        values = after


def size_of(part, sizes):
    """The least number of rules that it takes to make tokens of a part."""
    if isinstance(part, str):
        return 0
    if isinstance(part, Symbol):
        return 1 + sizes[part.name] if part.name in RULES else 0
    if part.kind in ("maybe", "some"):
        return 0
    inner = [size_of(p, sizes) for p in part.parts]
    return min(inner) if part.kind == "one" else sum(inner)


def way_to(goal):
    """How many rules away a goal is, from inside a part."""
    def way(part, ways):
        if isinstance(part, str):
            return FAR
        if isinstance(part, Symbol):
            return 0 if part.name == goal else min(FAR, 1 + ways.get(part.name, FAR))
        return min(way(p, ways) for p in part.parts)
    ways = settle(way)
    known = {}

    def cached(part):
        if id(part) not in known:
            known[id(part)] = way(part, ways)
        return known[id(part)]
    return cached


SIZES = settle(size_of)
WAYS = {name: way_to(name) for name in RULES}
PAIRS = [(outer, inner) for outer in sorted(RULES) for inner in sorted(RULES)
         if outer != "file_input" and WAYS[outer](RULES["file_input"]) < FAR and WAYS[inner](RULES[outer]) < FAR]


class Maker(object):
    def __init__(self, chance, freely):
        self.chance = chance
        self.freely = freely  # how many parts more than have to be may be made
        self.tokens = []
        self.depth = 0

    def spend(self, probability):
        if self.freely <= 0 or self.chance.random() >= probability:
            return False
        self.freely -= 1
        return True

    def make(self, part, goals):
        if isinstance(part, str):
            self.tokens.append(part)
        elif isinstance(part, Symbol):
            self.make_symbol(part.name, goals)
        else:
            getattr(self, "make_" + part.kind)(part.parts, goals)

    def make_symbol(self, name, goals):
        if name not in RULES:
            self.tokens.append(self.token(name))
            return
        self.depth += 1
        self.make(RULES[name], goals[1:] if goals and goals[0] == name else goals)
        self.depth -= 1

    def leading(self, parts, goals):
        """Those that lead to the first goal, mostly the nearest ones only."""
        ways = [WAYS[goals[0]](part) for part in parts] if goals else []
        near = min(ways + [FAR])
        slack = 0 if self.depth > 30 or self.chance.random() < 0.8 else 4
        return [part for part, way in zip(parts, ways) if way < FAR and way <= near + slack]

    def make_all(self, parts, goals):
        leading = self.leading(parts, goals)
        chosen = self.chance.choice(leading) if leading else None
        for part in parts:
            self.make(part, goals if part is chosen else ())

    def make_one(self, parts, goals):
        leading = self.leading(parts, goals)
        if leading:
            self.make(self.chance.choice(leading), goals)
        elif self.spend(0.5):
            self.make(self.chance.choice(parts), ())
        else:
            least = min(size_of(part, SIZES) for part in parts)
            self.make(self.chance.choice([part for part in parts if size_of(part, SIZES) == least]), ())

    def make_maybe(self, parts, goals):
        if self.leading(parts, goals):
            self.make(parts[0], goals)
        elif self.spend(0.3):
            self.make(parts[0], ())

    def make_some(self, parts, goals):
        if self.leading(parts, goals):
            self.make(parts[0], goals)
        while self.spend(0.15):
            self.make(parts[0], ())

    def token(self, kind):
        if kind == "NAME":
            return self.chance.choice(SPECIAL_NAMES if self.chance.random() < 0.12 else NAMES)
        if kind == "NUMBER":
            return self.chance.choice(NUMBERS)
        return self.chance.choice(STRINGS) if kind == "STRING" else "\n" + kind


def wrapped(tokens):
    """Inside a function and a loop, where something in it has to be."""
    line = ["\nNEWLINE", "\nINDENT"]
    if "break" in tokens or "continue" in tokens:
        tokens = ["while", "1", ":"] + line + tokens + ["\nDEDENT"]
    if "return" in tokens or "yield" in tokens:
        tokens = ["def", "g", "(", ")", ":"] + line + tokens + ["\nDEDENT"]
    return tokens


class Layout(object):
    """How blanks, line ends and comments go between tokens."""
    def __init__(self, chance):
        self.chance = chance
        self.style = chance.choice(["plain", "plain", "tight", "wild"])
        self.indents = [""]
        self.step = chance.choice(["    ", "    ", "  ", "\t", " ", "        "])
        self.depth = 0

    def blank(self, before, after):
        """What goes between two tokens."""
        touching = re.match(r"\w", after[0]) and re.match(r"\w", before[-1])
        if self.style == "plain":
            tight = not touching and (before in "([{`.~@" or after in ")]}`,:;." or (after in "([" and re.match(r"\w", before[-1])))
            return "" if tight else " "
        if self.style == "tight":
            # `1if x else 2` may do without.
            return " " if touching and (before[0].isalpha() or before[0] == "_" or self.chance.random() < 0.5) else ""
        pick = self.chance.random()
        if self.depth and pick < 0.15:
            return self.chance.choice(["\n", "\n\t", " \n ", " %s\n" % self.chance.choice(COMMENTS), "\n\n"])
        if pick < 0.22:
            return self.chance.choice(["\\\n", " \\\n", " \\\n  "])
        if pick < 0.45 and not touching:
            return ""
        return self.chance.choice([" ", "  ", "\t", " \f"])

    def text(self, tokens):
        out, before = [], None
        for token in tokens:
            if token == "\nINDENT":
                self.indents.append(self.indents[-1] + self.step)
            elif token == "\nDEDENT":
                self.indents.pop()
            elif token == "\nNEWLINE":
                out.append(self.line_end())
                before = None
            else:
                self.depth = max(0, self.depth - (token in ")]}"))
                out.append(self.indents[-1] if before is None else self.blank(before, token))
                self.depth += token in "([{"
                out.append(token)
                before = token
        return "".join(out)

    def line_end(self):
        if self.style != "wild":
            return "\n"
        return self.chance.choice(["\n", "\n", " \n", " # c\n", "\n\n", "\n# c\n", "\n   # c\n", "\n \t\n", ";\n"])


def program(number, seed):
    chance = random.Random("%d/%d" % (seed, number))
    maker = Maker(chance, chance.choice([0, 2, 4, 8, 12]))
    maker.make_symbol("file_input", PAIRS[number % len(PAIRS)])
    text = Layout(chance).text(wrapped(maker.tokens))
    if chance.random() < 0.05:
        text = text.rstrip("\n")
    if chance.random() < 0.05:
        text = text.replace("\n", chance.choice(["\r\n", "\r"]))
    return text


def programs(seed, count):
    # The pairs in an order that has nothing to do with their names, so that a few programs show something of everything.
    order = list(range(len(PAIRS)))
    random.Random(seed).shuffle(order)
    for i in range(count):
        yield program(order[i % len(order)] + len(order) * (i // len(order)), seed)
