"""What Python 2.7 itself sees in a file; runs under Python 2.7 only.

Reads paths from stdin, one a line, or with --programs the programs themselves, each ended by a NUL, and prints for each, in the same order, one line of JSON:

    {"path": ..., "prints": n, "execs": n, "reprs": n, "statements": [[line, kind], ...]}

or {"path": ..., "failed": reason} where Python 2.7 cannot compile the file. `kind` is the name of
the node's class in Python 2.7's ast, `line` where the statement's first token starts, counting
"\\n", "\\r\\n" and "\\r" as line ends. Statements are in source order. Where the ast has more nodes
than the source has statements, one is kept:
  - an elif is no statement, its suite belongs to its `if`;
  - `try` with both `except` and `finally` is one TryFinally;
  - `with a, b:` is one With;
and a decorated function or class starts at its first decorator.

With --programs there is {"expressions": ...} as well: a letter for each expression, those of one statement behind those of
the statement before, each before what it is made of, from left to right; of a call, first the function, then plain arguments,
then those with names, then those behind * and **; of parameters, first what they bind, then their defaults.
"""

import ast
import json
import re
import sys
import tokenize
import warnings


def multiline_strings(source):
    """{last line: first line} of the strings that span lines."""
    spans = {}
    lines = iter(source.splitlines(True) + [''])
    try:
        for kind, _, (first, _), (last, _), _ in tokenize.generate_tokens(lambda: next(lines, '')):
            if kind == tokenize.STRING and last > first:
                spans[last] = first
    except (tokenize.TokenError, IndentationError):
        pass  # what came before is right
    return spans


class Statements(object):
    def __init__(self, source):
        self.source = source
        # Lines as the tokenizer counts them: form feeds and the like do not end one.
        self.lines = source.split('\n')
        self.spans = None

    def line_of(self, node):
        return self.keyword_line(node) if isinstance(node, ast.With) else self.first_line(node)

    def first_line(self, node):
        # A token that spans lines has the place of its last line, and no column.
        if node.col_offset >= 0:
            return node.lineno
        if self.spans is None:
            self.spans = multiline_strings(self.source)
        return self.spans.get(node.lineno, node.lineno)

    def keyword_line(self, node):
        """That of the `with`: the node has the place of its first item, which a backslash may have put below."""
        number = first = self.first_line(node)
        if node.col_offset >= 0 and self.lines[number - 1][:node.col_offset].strip():
            return number
        while number > 1:
            number -= 1
            if re.search(r'(^|\W)with\s*\\$', self.lines[number - 1]):
                return number
            if self.lines[number - 1].strip() != '\\':
                break
        return first

    def starts_with(self, node, keyword):
        """Is the first thing on the node's line, at the node's column, this keyword?"""
        line = self.lines[node.lineno - 1]
        before, after = line[:node.col_offset], line[node.col_offset:]
        return node.col_offset >= 0 and not before.strip() and \
            re.match(keyword + r'(?![A-Za-z0-9_])', after) is not None

    def is_with_statement(self, node):
        """Is it one of its own, not a further item?  The column is that of its first item, after the keyword."""
        return self.lines[node.lineno - 1][:node.col_offset].strip() == 'with' or self.starts_with(node, 'with') or \
            self.keyword_line(node) != self.first_line(node)

    def suites(self, node):
        """The statement lists inside a statement, in source order."""
        if isinstance(node, ast.If):
            yield node.body
            while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) and \
                    not self.starts_with(node.orelse[0], 'if'):
                node = node.orelse[0]  # an elif has the place of its condition
                yield node.body
            yield node.orelse
        elif isinstance(node, ast.With):
            while len(node.body) == 1 and isinstance(node.body[0], ast.With) and \
                    not self.is_with_statement(node.body[0]):
                node = node.body[0]  # a further item has its own place
            yield node.body
        elif isinstance(node, ast.TryFinally):
            inner = node.body[0]
            if isinstance(inner, ast.TryExcept) and \
                    (inner.lineno, inner.col_offset) == (node.lineno, node.col_offset):
                for suite in self.suites(inner):
                    yield suite
            else:
                yield node.body
            yield node.finalbody
        elif isinstance(node, ast.TryExcept):
            yield node.body
            for handler in node.handlers:
                yield handler.body
            yield node.orelse
        elif isinstance(node, (ast.For, ast.While)):
            yield node.body
            yield node.orelse
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.body

    def dump(self, tree):
        out = []
        stack = list(reversed(tree.body))
        while stack:
            node = stack.pop()
            out.append([self.line_of(node), type(node).__name__])
            inside = [child for suite in self.suites(node) for child in suite]
            stack.extend(reversed(inside))
        return out


LETTERS = {
    'Lambda': 'L', 'IfExp': '?', 'Dict': 'D', 'Set': 'S', 'ListComp': 'l', 'SetComp': 's', 'DictComp': 'd', 'GeneratorExp': 'g',
    'Yield': 'y', 'Compare': '<', 'Call': '(', 'Repr': '`', 'Num': '1', 'Str': '"', 'Attribute': '.', 'Subscript': '[', 'Name': 'n',
    'List': 'm', 'Tuple': ',', 'Slice': ':', 'Ellipsis': 'e', 'ExtSlice': 'x', 'BinOp': '+', 'UnaryOp': '-', 'comprehension': 'f',
    'keyword': 'k'}


def parts(node):
    """What a node is made of, in the order in which it is compared."""
    if isinstance(node, ast.IfExp):
        return [node.body, node.test, node.orelse]
    if isinstance(node, ast.Dict):
        return [part for pair in zip(node.keys, node.values) for part in pair]
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        first = node.decorator_list
        return first + [part for part in ast.iter_child_nodes(node) if not any(part is one for one in first)]
    if isinstance(node, ast.Exec):
        return [part for part in (node.body, node.globals, node.locals) if part]
    return list(ast.iter_child_nodes(node))


def expressions(tree):
    out = []
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.BoolOp):
            out.append('&' * (len(node.values) - 1))
        else:
            out.append(LETTERS.get(type(node).__name__, ''))
        stack.extend(reversed(parts(node)))
    return ''.join(out)


def read(path):
    with open(path, 'rU') as stream:
        return stream.read()


def look_at(path, source=None):
    try:
        source = read(path) if source is None else source.replace('\r\n', '\n').replace('\r', '\n')
        # The newline is what py_compile adds.
        tree = compile(source + '\n', path, 'exec', ast.PyCF_ONLY_AST, True)
        # What parses may still be no program: `from __future__ import *`.
        compile(source + '\n', path, 'exec', 0, True)
    except Exception as e:
        return {'failed': '%s: %s' % (type(e).__name__, e)}
    counts = {ast.Print: 0, ast.Exec: 0, ast.Repr: 0}
    for node in ast.walk(tree):
        if type(node) in counts:
            counts[type(node)] += 1
    return {'prints': counts[ast.Print], 'execs': counts[ast.Exec], 'reprs': counts[ast.Repr],
            'statements': Statements(source).dump(tree), 'expressions': expressions(tree)}


def main():
    warnings.simplefilter('ignore')
    sys.setrecursionlimit(20000)
    if sys.argv[1:] == ['--programs']:
        for number, source in enumerate(sys.stdin.read().split('\0')[:-1]):
            result = look_at('program', source)
            result['path'] = str(number)
            sys.stdout.write(json.dumps(result, encoding='latin-1', sort_keys=True) + '\n')
        return
    for line in iter(sys.stdin.readline, ''):
        path = line.rstrip('\n')
        result = look_at(path)
        result['path'] = path
        sys.stdout.write(json.dumps(result, encoding='latin-1', sort_keys=True) + '\n')
        sys.stdout.flush()


if __name__ == '__main__':
    main()
