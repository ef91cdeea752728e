"""Texts that are large in one respect each: growth_test.py measures how the cost of converting them grows, and
`scripts/torture` does so at their full sizes.

KINDS: by name, the smallest of three sizes, each twice the one before, and what makes the text of a size.
"""


def each(n, text):
    """n times the text, with numbers for %d, and the next ones for %e."""
    return "".join(text.replace("%d", str(i)).replace("%e", str(i + 1)) for i in range(n))


def listed(n, text):
    return ", ".join(text.replace("%d", str(i)) for i in range(n))


def stairs(n, head):
    return "".join(" " * i + head.replace("%d", str(i)) + "\n" for i in range(n))


def blocks(n, head="if x:", last="print x"):
    return stairs(n, head) + " " * n + last + "\n"


def nest(n, left, middle, right):
    return "x = " + left * n + middle + right * n + "\n"


KINDS = {
    "parens": (25000, lambda n: nest(n, "(", "1", ")")),
    "brackets": (25000, lambda n: nest(n, "[", "1L", "]")),
    "braces": (25000, lambda n: nest(n, "{1:", "1L", "}")),
    "brackets_mixed": (25000, lambda n: nest(n // 3, "([{1:", "1L", "}])")),
    "brackets_unclosed": (25000, lambda n: "x = " + "(" * n),
    "brackets_unopened": (25000, lambda n: "x = " + ")" * n),
    "blocks_if": (1250, lambda n: blocks(n)),
    "blocks_if_90": (1800, lambda n: blocks(90) * (n // 90)),
    "blocks_tabs": (1250, lambda n: blocks(n).replace(" ", "\t").replace("\tx", " x")),
    "blocks_def": (1250, lambda n: stairs(n, "def f%d(a, (b, c)):") + " " * n + "print a\n"),
    "blocks_class": (1250, lambda n: stairs(n, "class C%d:") + " " * n + "__metaclass__ = M\n"),
    "blocks_try": (1250, lambda n: (
        stairs(n, "try:") + " " * n + "pass\n" +
        "".join(" " * i + "except E, e: pass\n" for i in range(n - 1, -1, -1)))),
    "blocks_for": (1250, lambda n: stairs(n, "for i%d in d.keys():") + " " * n + "print i0\n"),
    "blocks_while": (1250, lambda n: blocks(n, "while d.has_key(1):")),
    "dedent_stairs": (1000, lambda n: (
        "".join(" " * i + "if x:\n" for i in range(n)) + "".join(" " * i + "print x\n" for i in range(n, -1, -1)))),
    "lambdas": (10000, lambda n: "x = " + "lambda a: " * n + "1L\n"),
    "lambdas_tuple": (2500, lambda n: "x = " + "lambda (a, b): " * n + "1L\n"),
    "lambdas_default": (10000, lambda n: "x = " + "lambda a=" * n + "1L" + ": a" * n + "\n"),
    "backticks_nested": (2500, lambda n: nest(n, "`", "y", "`")),
    "backticks_paren": (2500, lambda n: nest(n, "(`", "y", "`)")),
    "backticks_many": (25000, lambda n: "x = " + "`y` + " * n + "1\n"),
    "backtick_open": (2500, lambda n: "x = " + "`(" * n + "\n"),
    "chevrons": (10000, lambda n: "print " + ">>f" * n + ", 1\n"),
    "chevron_lines": (50000, lambda n: "print >>f, 1\n" * n),
    "chevron_nested_call": (10000, lambda n: "print >>" + "f(" * n + "1" + ")" * n + ", 1\n"),
    "line_15mb_string": (3500000, lambda n: "x = u'" + "a" * n + "'\n"),
    "line_15mb_list": (12500, lambda n: "x = [" + "1L, " * n + "]\n"),
    "line_50mb": (12500000, lambda n: "x = u'" + "a" * n + "'\n"),
    "line_print": (500000, lambda n: "print " + "x, " * n + "1\n"),
    "strings_adjacent": (12500, lambda n: "x = " + "u'a' " * n + "\n"),
    "strings_plus": (500000, lambda n: "x = " + "'a' + " * n + "u'b'\n"),
    "strings_lines": (500000, lambda n: "x = (" + "u'a'\n" * n + ")\n"),
    "list_literal": (250000, lambda n: "x = [\n" + "1L,\n" * n + "]\n"),
    "dict_literal": (250000, lambda n: "x = {\n" + each(n, "%d: 0L,\n") + "}\n"),
    "dict_literal_print": (250000, lambda n: "print {\n" + each(n, "%d: u'',\n") + "}\n"),
    "elif": (75000, lambda n: "if x: pass\n" + "elif d.has_key(1): pass\n" * n),
    "elif_print": (75000, lambda n: "if x: pass\n" + "elif x <> 1:\n print x\n" * n),
    "functions": (25000, lambda n: each(n, "def f%d(a, (b, c)):\n    print a, b\n")),
    "functions_keys": (25000, lambda n: each(n, "def f%d(d):\n    x = d.keys()\n    x.sort()\n    return x\n")),
    "functions_same": (25000, lambda n: "def f(a, (b, c)):\n    print a, b\n" * n),
    "print_parens": (20000, lambda n: "print " + "(" * n + "1" + ")" * n + "\n"),
    "print_parens_comma": (20000, lambda n: "print " + "(" * n + "1" + ",)" * n + "\n"),
    "print_lines": (125000, lambda n: "print x\n" * n),
    "print_semicolons": (6250, lambda n: "print x;" * n + "\n"),
    "print_comma_lines": (125000, lambda n: "print x,\n" * n),
    "names_globals": (50000, lambda n: each(n, "n%d = %d\n") + each(n, "print n%d\n")),
    "names_scopes": (2500, lambda n: each(n, "def f%d():\n" + "".join("    print g%d\n" % k for k in range(30)))),
    "names_scopes_local": (2500, lambda n: (
        each(n, "def f%d():\n" + "".join("    g%d = d.keys(); print g%d\n" % (k, k) for k in range(30))))),
    "names_nested_scopes": (10000, lambda n: (
        stairs(90, "def f%d():") + each(n, " " * 90 + "print n%d\n"))),
    "names_one_function": (10000, lambda n: (
        "def f():\n" + each(n, "    v%d = d.keys()\n") + each(n, "    print v%d[0]\n"))),
    "global_many": (5000, lambda n: (
        "def f():\n    print " + listed(n, "v%d") + "\n    global " + listed(n, "v%d") + "\n")),
    "global_lines": (5000, lambda n: "def f():\n" + each(n, "    v%d = 1\n    global v%d\n")),
    "imports": (2500, lambda n: each(n, "import urllib as u%d\n") + each(n, "u%d.quote(1)\n")),
    "imports_from": (2500, lambda n: (
        each(n, "from urllib import quote as q%d, urlopen as o%d\n") + each(n, "q%d(o%d)\n"))),
    "imports_same": (2500, lambda n: (
        "import urllib, urllib2, ConfigParser, StringIO\n" * n +
        "urllib.quote(urllib2.urlopen(ConfigParser.X))\n" * n)),
    "imports_one_line": (2500, lambda n: "import " + listed(n, "urllib as u%d") + "\n" + each(n, "u%d.quote(1)\n")),
    "imports_from_list": (25000, lambda n: "from urllib import (" + listed(n, "quote as u%d") + ")\n"),
    "imports_itertools": (2500, lambda n: (
        "from itertools import (" + listed(n, "izip as u%d") + ")\n" + each(n, "u%d(1)\n"))),
    "imports_in_functions": (2500, lambda n: (
        each(n, "def f%d():\n    import urllib, cPickle\n"
                "    return urllib.quote(cPickle.loads(1)), intern(1), reduce(1)\n"))),
    "imports_needed": (10000, lambda n: each(n, "def f%d():\n    return reduce(f, x), intern(x)\n")),
    "urllib_uses": (10000, lambda n: (
        "import urllib, urllib2\n" + "urllib.quote(urllib2.urlopen(urllib.urlencode(1)))\n" * n)),
    "haskey_chain": (10000, lambda n: "x = d" + ".has_key(1)" * n + "\n"),
    "haskey_nested": (10000, lambda n: nest(n, "d.has_key(", "1", ")")),
    "haskey_not": (10000, lambda n: "x = " + "not d.has_key(1) and " * n + "1\n"),
    "next_chain": (10000, lambda n: "x = a" + ".next()" * n + "\n"),
    "keys_chain": (10000, lambda n: "x = d" + ".keys()" * n + "\n"),
    "items_chain": (10000, lambda n: "x = d" + ".iteritems()" * n + "\n"),
    "except_clauses": (10000, lambda n: "try:\n    pass\n" + "except E, e:\n    print e[0]\n" * n),
    "except_tries": (10000, lambda n: "try:\n    pass\nexcept E, e:\n    print e[0]\n" * n),
    "except_in_function": (10000, lambda n: (
        "def f():\n" + "    try:\n        pass\n    except E, e:\n        print e[0], e.message\n" * n)),
    "keys_assign_read": (12500, lambda n: "def f(d):\n" + "    x = d.keys()\n    print x[0]\n" * n),
    "keys_assign_loop": (12500, lambda n: "def f(d):\n" + "    x = d.keys()\n    for a in x: print a\n" * n),
    "map_assign_read": (12500, lambda n: "def f(d):\n" + "    x = map(g, d)\n    print x[0]\n" * n),
    "map_assign_loop": (12500, lambda n: "def f(d):\n" + "    x = map(g, d)\n    for a in x: print a\n" * n),
    "keys_assign_global": (12500, lambda n: "x = d.keys()\nprint x[0]\n" * n),
    "keys_assign_global_loop": (12500, lambda n: "x = d.keys()\nfor a in x: print a\n" * n),
    "keys_assign_if": (12500, lambda n: "def f(d):\n" + "    if d: x = d.keys()\n    for a in x: print a\n" * n),
    "keys_assign_all_then_read": (12500, lambda n: (
        "def f(d):\n" + "    x = d.keys()\n" * n + "    for a in x: print a\n" * n)),
    "none_attributes": (8000, lambda n: (
        "class A:\n    def __init__(self):\n" + each(n, "        self.a%d = None\n") +
        each(n, "    def f%d(self, n):\n        self.b = self.a%d < n\n        self.a%d = n\n") + "print 1\n")),
    "none_compared": (12500, lambda n: (
        "class A:\n    def __init__(self):\n        self.a = None\n    def g(self, n):\n        self.a = n\n"
        "    def f(self, n):\n" + "        if self.a < n: print n\n" * n)),
    "none_defaults": (12500, lambda n: "def f(a=None, n=0):\n" + "    if a < n: print n\n" * n),
    "types_stored": (8000, lambda n: "print 1\n" + each(n, "D%d[str] = 1\nD%d[unicode] = 2\n")),
    "types_in_names": (8000, lambda n: "print 1\n" + each(n, "a = str in c%d\nb = unicode in c%d\n")),
    "sort_keys_named": (8000, lambda n: "print 1\n" + each(n, "xs.sort(key=lambda r: r['k%d'])\n")),
    "sort_attributes": (8000, lambda n: "print 1\n" + each(n, "xs.sort(key=lambda r: r.k%d)\n")),
    "keys_sort": (12500, lambda n: "def f(d):\n" + "    x = d.keys()\n    x.sort()\n    print x\n" * n),
    "keys_copy_chain": (12500, lambda n: (
        "def f(d):\n    x0 = d.keys()\n" + each(n, "    x%e = x%d\n") + "    print x0[0]\n")),
    "keys_loop_change": (12500, lambda n: (
        "def f(d):\n    for k in d.keys():\n" + "        g(k)\n" * n + "        del d[k]\n")),
    "keys_loops_change": (12500, lambda n: (
        "def f(d):\n" + "    for k in d.keys():\n        h(k)\n" * n + "    del d[k]\n")),
    "keys_loops_nested_names": (5000, lambda n: (
        "def f(d):\n" + each(n, "    for k%d in d.keys():\n        x = d.items(); y = x\n        g(x, y)\n"))),
    "keys_while": (6250, lambda n: "def f(d):\n  while 1:\n" + "    x = d.keys()\n    for a in x: print a\n" * n),
    "calls_many_functions": (5000, lambda n: each(n, "def f%d(d):\n    for k in d.keys(): f%e(d)\n")),
    "methods_self": (5000, lambda n: (
        "class C:\n" + each(n, "  def f%d(self):\n    for k in self.d.keys(): self.f%e()\n") +
        "  def f%d(self): del self.d[1]\n" % n)),
    "comprehensions_nested": (1000, lambda n: nest(n, "[", "a", " for a in b]")),
    "comprehensions_nested_in": (1000, lambda n: nest(n, "[a for a in ", "b", "]")),
    "comprehensions_for": (5000, lambda n: "x = [a" + each(n, " for a%d in b%d") + "]\n"),
    "comprehensions_if": (10000, lambda n: "x = [a for a in b" + " if a" * n + "]\n"),
    "comprehensions_many": (10000, lambda n: "x = [a for a in d.keys()]\nprint a\n" * n),
    "genexps_nested": (1000, lambda n: nest(n, "(", "a", " for a in b)")),
    "division_chain": (25000, lambda n: "x = " + "a / " * n + "b\n"),
    "division_ints": (25000, lambda n: "x = " + "4 / " * n + "2\n"),
    "division_lines": (12500, lambda n: "def f(a):\n" + "    x = len(a) / 2\n    y = x / a\n" * n),
    "division_names": (12500, lambda n: each(n, "x%e = x%d / 2\n")),
    "division_reassign": (12500, lambda n: "def f(a):\n  x = 1\n" + "  x = x / 2\n" * n),
    "plus_chain": (25000, lambda n: "x = " + "a + " * n + "1L\n"),
    "plus_ints_div": (25000, lambda n: "x = (" + "1 + " * n + "1) / 2\n"),
    "and_chain": (25000, lambda n: "x = " + "a and " * n + "1L\n"),
    "and_or_chain": (25000, lambda n: "x = " + "a and b or " * n + "1L\n"),
    "power_chain": (25000, lambda n: "x = " + "a ** " * n + "1L\n"),
    "ne_chain": (25000, lambda n: "x = " + "a <> " * n + "1L\n"),
    "not_chain": (25000, lambda n: "x = " + "not " * n + "1L\n"),
    "minus_chain": (25000, lambda n: "x = " + "-" * n + "1L\n"),
    "ternary_chain": (25000, lambda n: "x = " + "a if b else " * n + "1L\n"),
    "ternary_nested": (12500, lambda n: nest(n, "(a if b else ", "1L", ")")),
    "attributes": (25000, lambda n: "x = a" + ".b" * n + "\nprint x\n"),
    "calls_chain": (25000, lambda n: "x = a" + "()" * n + "\nprint x\n"),
    "calls_nested": (25000, lambda n: nest(n, "f(", "1L", ")")),
    "subscripts": (25000, lambda n: "x = a" + "[0]" * n + "\nprint x\n"),
    "subscripts_nested": (25000, lambda n: nest(n, "a[", "1L", "]")),
    "assign_chain": (25000, lambda n: "x = " + "y = " * n + "d.keys()\n"),
    "assign_chain_names": (12500, lambda n: "x = " + each(n, "y%d = ") + "d.keys()\n" + each(n, "print y%d\n")),
    "tuple_targets": (12500, lambda n: "(" * n + "a" + ",)" * n + " = x\n"),
    "tuple_params_nested": (2500, lambda n: "def f(" + "(" * n + "a" + ",)" * n + "):\n    print a\n"),
    "tuple_params_wide": (2500, lambda n: "def f(" + listed(n, "(a%d, b%d)") + "):\n    print a1\n"),
    "params_wide": (25000, lambda n: "def f(" + listed(n, "a%d") + "):\n    print a1\n"),
    "arguments_wide": (12500, lambda n: "f(" + "1L, " * n + ")\n"),
    "decorators": (25000, lambda n: "@a\n" * n + "def f((a, b)): pass\n"),
    "comments": (250000, lambda n: "# a comment\n" * n + "print x\n"),
    "comments_in_call": (25000, lambda n: "x = d.has_key( # c\n" + "# a comment\n" * n + "1)\n"),
    "comments_moved": (25000, lambda n: "d.has_key( # c\n 1)\n" * n),
    "comments_moved_one": (6250, lambda n: "x = [\n" + "d.has_key( # c\n 1),\n" * n + "]\n"),
    "blank_lines": (2500000, lambda n: "\n" * n + "print x\n"),
    "backslashes": (125000, lambda n: "print x" + ", \\\n x" * n + "\n"),
    "spaces": (3500000, lambda n: "print " + " " * n + "x\n"),
    "carriage_returns": (125000, lambda n: "print x\r" * n),
    "ignore_comments": (12500, lambda n: "print x  # py3k: ignore\n" * n),
    "ignore_unused": (12500, lambda n: "x = 1  # py3k: ignore\n" * n + "print x\n"),
    "ignore_named": (12500, lambda n: "print x  # py3k: ignore[print]\n" * n + "print x\n"),
    "ignore_in_brackets": (12500, lambda n: "x = [\n" + "1L,  # py3k: ignore\n" * n + "]\n"),
    "raise3": (12500, lambda n: "raise E, 'v', t\n" * n),
    "raise_in_function": (12500, lambda n: "def f():\n" + "    raise E, 'v', t\n" * n),
    "exec3": (25000, lambda n: "exec c in a, b\n" * n),
    "execfile": (25000, lambda n: "execfile('a')\n" * n),
    "class_next": (12500, lambda n: "class C:\n" + "    def next(self): return 1\n" * n),
    "classes_next": (12500, lambda n: (
        each(n, "class C%d:\n    def __iter__(self): return self\n    def next(self): return 1\n"))),
    "class_bases": (12500, lambda n: "class C(object, " + listed(n, "B%d") + "):\n    def next(self): print 1\n"),
    "classes_chain": (5000, lambda n: (
        "class C0: __metaclass__ = M\n" + each(n, "class C%e(C%d):\n    def next(self): print 1\n"))),
    "classes_metaclass": (12500, lambda n: each(n, "class C%d:\n    __metaclass__ = M\n    x = 1\n")),
    "metaclass_module": (12500, lambda n: "__metaclass__ = type\n" + each(n, "class C%d:\n    x = 1\n")),
    "cmp_nested": (2500, lambda n: nest(n, "cmp(", "a, b", ", c)")),
    "cmp_many": (12500, lambda n: "x = cmp(a, b)\n" * n),
    "apply_nested": (2500, lambda n: nest(n, "apply(f, ", "y", ")")),
    "map_nested": (2500, lambda n: nest(n, "map(f, ", "y", ")")),
    "map_none_nested": (2500, lambda n: nest(n, "map(None, ", "y", ", z)")),
    "filter_lambda_nested": (2500, lambda n: nest(n, "filter(lambda a: a, ", "y", ")")),
    "unicode_nested": (12500, lambda n: nest(n, "unicode(", "y", ")")),
    "raw_input_nested": (12500, lambda n: nest(n, "raw_input(", "y", ")")),
    "input_nested": (12500, lambda n: nest(n, "input(", "y", ")")),
    "isinstance_types": (12500, lambda n: "isinstance(x, (" + "int, long, " * n + "))\n"),
    "isinstance_types_distinct": (12500, lambda n: "isinstance(x, (long, " + each(n, "T%d, ") + "))\n"),
    "string_join_nested": (2500, lambda n: "import string\n" + nest(n, "string.join(", "y", ", '')")),
    "codecs_chain": (2500, lambda n: "x = 'a'" + ".encode('hex')" * n + "\n"),
    "sorted_cmp": (2500, lambda n: nest(n, "sorted(", "y", ", cmp=f)")),
    "sort_calls": (12500, lambda n: "x.sort(lambda a, b: cmp(a.k, b.k))\n" * n),
    "types_uses": (12500, lambda n: "import types\n" + "x = types.StringType, types.ListType, types.IntType\n" * n),
    "super_calls": (12500, lambda n: "class C(B):\n" + each(n, "    def f%d(self): print super(C, self).f%d()\n")),
    "asserts": (12500, lambda n: (
        "class T(unittest.TestCase):\n" + each(n, "    def test%d(self): self.assertEquals(1L, 1)\n"))),
    "with_items": (12500, lambda n: "with " + listed(n, "a as b%d") + ":\n    print b1\n"),
    "del_many": (25000, lambda n: "del " + listed(n, "a%d") + "\nprint 1\n"),
    "open_files": (5000, lambda n: "import cPickle\n" + each(n, "f%d = open('x')\ncPickle.load(f%d)\n")),
    "open_same": (5000, lambda n: "import cPickle\n" + "f = open('x')\ncPickle.load(f)\n" * n),
    "stop_iteration": (12500, lambda n: "def f():\n    yield 1\n" + "    raise StopIteration\n" * n),
    "stop_iteration_next": (12500, lambda n: "def f(a):\n    yield 1\n" + "    x = a.next()\n" * n),
    "exc_items": (12500, lambda n: "try: pass\nexcept E, e:\n" + "    print e[0]\n" * n),
    "docstring_doctest": (25000, lambda n: '"""\n' + ">>> print x\n1\n" * n + '"""\nprint x\n'),
    "octals": (125000, lambda n: "x = 0777, 0L\n" * n),
    "long_name": (3500000, lambda n: "print " + "a" * n + "\n"),
    "long_number": (3500000, lambda n: "print " + "1" * n + "L\n"),
    "semicolon_one_line_defs": (6250, lambda n: "def f(a): x = a.keys(); " + "x = a.keys(); print x[0]; " * n + "\n"),
    "reserved_names": (12500, lambda n: "def f(async, await):\n" + "    print async, await, nonlocal\n" * n),
    "reserved_attrs": (12500, lambda n: "x.async = y.await(True=1)\nNone\n" * n),
    "true_assign": (12500, lambda n: "True = 1\nFalse = 0\n" * n),
    "tabs_mixed": (25000, lambda n: "if x:\n        print 1\n\tprint 2\n" * n),
    "sys_exc": (12500, lambda n: "import sys\n" + "print sys.exc_type, sys.exc_value, sys.maxint\n" * n),
    "star_imports": (12500, lambda n: "def f():\n" + "    from os import *\n" * n + "print 1\n"),
    "future_imports": (12500, lambda n: "from __future__ import with_statement\n" * n + "print 1\n"),
    "unused_changes_dropped": (25000, lambda n: "x = `1` if `2` else `3`\n" * n),
    "verify_bad": (12500, lambda n: "print x\n" * n + "nonlocal = 1\nexec 'x' in y\n"),
    "next_methods_calls": (12500, lambda n: "class C:\n    def next(self): pass\n" + "c = C()\nc.next()\n" * n),
    "yield_chain": (12500, lambda n: "def f():\n    x = " + "(yield " * n + "1L" + ")" * n + "\n"),
    "file_calls": (12500, lambda n: "f = file('x')\nfor l in f.xreadlines(): print l\n" * n),
    "percent_format": (12500, lambda n: "print '%s' % " * 1 + "('%s' % " * n + "x" + ")" * n + "\n"),
    "buffer_local": (6250, lambda n: "def f():\n" + each(n, "    for x%d in map(g, d): y = x%d\n") + "    return y\n"),
    "late_reads": (6250, lambda n: (
        "def f(d):\n" + each(n, "    x%d = d.keys()\n") + "    def g():\n" + each(n, "        print x%d\n"))),
    "string_functions": (12500, lambda n: "import string\n" + "x = string.upper(string.join(y, ''))\n" * n),
    "try_finally_live": (6250, lambda n: (
        "def f(d):\n" + "    try:\n        x = d.keys()\n    finally:\n        print x[0]\n" * n)),
    "while_else_live": (6250, lambda n: (
        "def f(d):\n" + "    while d:\n        x = d.keys()\n        if x: break\n    else: print x\n" * n)),
    "if_nested_live_90": (9000, lambda n: (
        "def f(d):\n" + "".join("%sx = d.keys()\n%swhile x:\n" % (" " * (i % 90 + 1), " " * (i % 90 + 1)) +
                               (" " * (i % 90 + 2) + "print x\n" if i % 90 == 89 else "")
                               for i in range(n // 90 * 90)))),
    # What else may be many in a file, or in one line.
    "arguments_keys": (2500, lambda n: "f(" + "d.keys(), " * n + ")\n"),
    "arguments_map": (2500, lambda n: "f(" + "map(g, x), " * n + ")\n"),
    "arguments_named_keys": (2500, lambda n: "f(" + listed(n, "a%d=d.keys()") + ")\n"),
    "list_keys": (2500, lambda n: "x = [" + "d.keys(), " * n + "]\n"),
    "dict_keys": (2500, lambda n: "x = {" + "1: d.items(), " * n + "}\n"),
    "print_keys": (2500, lambda n: "print " + "d.keys(), " * n + "1\n"),
    "targets_keys": (2500, lambda n: listed(n, "a%d") + " = " + "d.keys(), " * n + "1\n"),
    "iteritems_attributes": (5000, lambda n: "x = d.iteritems\n" * n),
    "iteritems_of_class": (2500, lambda n: (
        "class C(B):\n    def iteritems(self): return 1\n" * n + "for a in d.iteritems(): pass\n" * n)),
    "has_key_of_class": (2500, lambda n: (
        "class C(B):\n    def has_key(self, k): return 1\n    def __contains__(self, k): return 1\n" * n +
        "d.has_key(1)\n" * n)),
    "next_of_class": (2500, lambda n: "class C:\n    def next(self, a): pass\n" * n + "x.next()\n" * n),
    "methods_next": (2500, lambda n: (
        "class C:\n" + each(n, "    def f%d(self): return self.next(), self.d.iteritems()\n"))),
    "classes_special": (2500, lambda n: each(
        n, "class C%d:\n    def __nonzero__(self): return 1\n    def __cmp__(self, o): return 0\n"
           "    def __getslice__(self, i, j): return 0\n    def __div__(self, o): return 0\n"
           "    def __unicode__(self): return u''\n    def __str__(self): return ''\n")),
    "class_constants": (2500, lambda n: "class C:\n" + each(n, "    x%d = d.keys()\n    print x%d\n")),
    "functions_global": (2500, lambda n: (
        each(n, "def f%d():\n    global g\n    g = d.keys()\n    for k in g: print k\n"))),
    "except_names": (2500, lambda n: "def f():\n" + each(n, "    try: g()\n    except E, e%d: print e%d[0]\n")),
    "except_raises": (2500, lambda n: "try: pass\nexcept E, e:\n    raise E, e, t\n" * n),
    "except_read_later": (2500, lambda n: "try: pass\nexcept E, e: pass\nprint e\n" * n),
    "except_in_loop": (2500, lambda n: "while 1:\n" + "    try: pass\n    except E, e: continue\n    print e\n" * n),
    "exc_info": (2500, lambda n: "import sys\n" + "def f():\n    a, b, c = sys.exc_info()\n    raise a, b, c\n" * n),
    "exc_info_one": (2500, lambda n: "import sys\n" + "a, b, c = sys.exc_info()\nraise a, b, c\n" * n),
    "getchildren": (2500, lambda n: "import xml.etree.ElementTree\n" + "x = e.getchildren()\n" * n),
    "array_tostring": (2500, lambda n: "import array\n" + "x = array.array('c')\nx.tostring()\n" * n),
    "ignore_alone": (2500, lambda n: "# py3k: ignore\n" * n + "print x\n"),
    "ignore_alone_each": (2500, lambda n: "# py3k: ignore\nprint x\n" * n),
    "sort_on_one_line": (2500, lambda n: "x = d.keys(); x.sort(); " * n + "\n"),
    "imports_on_one_line": (1250, lambda n: "import urllib; urllib.quote(1); " * n + "\n"),
    "long_lines": (2500, lambda n: "if a: " + "print reduce(f, x), intern(x); " * n + "\n"),
    "files_binary": (2500, lambda n: each(n, "f%d = open('x', 'rb')\nx%d = f%d.read()\ny%d = x%d + 'a'\n")),
    "files_binary_same": (2500, lambda n: "f = open('x', 'rb')\nx = f.read()\ny = x + 'a'\n" * n),
    "bytes_sum": (2500, lambda n: (
        "def f():\n    x = open('x', 'rb').read()\n" + "    x = x + 'a'\n" * n + "    return x\n")),
    "bytes_functions": (2500, lambda n: (
        "import socket\n" + each(n, "def f%d(s):\n    return f%e(s.recv(1) + 'a')\n"))),
    "bytes_attributes": (2500, lambda n: (
        "import struct\nclass C:\n" + each(n, "    def f%d(self): self.x = self.x + struct.pack('a', 1)\n"))),
    "escapes": (2500, lambda n: "x = '" + "\\d" * n + "'\n"),
    "escapes_lines": (2500, lambda n: "x = '\\d'\n" * n),
    "patterns": (2500, lambda n: "import re\n" + "re.compile('(?u)a')\nre.sub('a*', 'b', x)\n" * n),
    "lambda_lines": (2500, lambda n: "x = lambda (a, b): a\n" * n),
    "raise_texts": (2500, lambda n: "raise 'abc'\n" * n),
    "type_tests": (2500, lambda n: "if type(x) == type(''): pass\n" * n),
    "type_tests_or": (2500, lambda n: "if " + "type(x) == type('') or " * n + "0: pass\n"),
    "type_tests_types": (2500, lambda n: "import types\nif " + "type(x) is types.StringType or " * n + "0: pass\n"),
    "isinstance_or": (2500, lambda n: "if " + "isinstance(x, basestring) or " * n + "0: pass\n"),
    "map_items": (2500, lambda n: "x = map(f, y)[0]\nz = zip(a, b)[1:]\nfilter(f, y)\n" * n),
    "itertools_uses": (2500, lambda n: (
        "import itertools\n" + "for a in itertools.imap(f, itertools.izip(b, c)): pass\n" * n)),
    "os_getcwdu": (2500, lambda n: "import os\n" + "os.getcwdu(), os.errno, os.popen2(1)\n" * n),
    "coercions": (2500, lambda n: "x = coerce(a, b), buffer(a), intern(a), apply(f, a), callable(a)\n" * n),
    "text_sums": (2500, lambda n: "x = " + "u'a' + str(b) + " * n + "'c'\n"),
    "unicode_lines": (2500, lambda n: "x = unicode(a, 'utf-8').encode('latin-1')\n" * n),
    "future_division": (2500, lambda n: "from __future__ import division\n" + "print 1 / 2\n" * n),
    "fstrings_nested": (500, lambda n: "print(1)\n" + ("x = " + "f\"{" * 40 + "1" + "}\"" * 40 + "\n") * n),
    "fstrings": (2500, lambda n: "async def f(): pass\nx = " + "f'{a}' " * n + "\n"),
    "repr_lists": (2500, lambda n: "x = " + "`a, b`, " * n + "\n"),
    "set_literals": (2500, lambda n: "x = set([" + "1L, " * n + "])\n"),
    "groups": (2500, lambda n: "x = [" + "[a for a in 1, 2], " * n + "]\n"),
    "bracketed_names": (2500, lambda n: "f(" + listed(n, "(a%d)=1L") + ")\n"),
    "truncations": (2500, lambda n: "from StringIO import StringIO\n" + "x.truncate(0)\nprint y\n" * n),
    "ellipses": (2500, lambda n: "x[. . .] <> 1\n" * n),
}

# These have nothing in them that shows Python 2: once more with something.
for _name in ("parens keys_loop_change keys_loops_change keys_loops_nested_names calls_many_functions methods_self "
              "comprehensions_nested comprehensions_nested_in comprehensions_for comprehensions_if genexps_nested "
              "division_chain division_ints division_lines division_names division_reassign plus_ints_div assign_chain "
              "tuple_targets map_nested map_none_nested filter_lambda_nested input_nested buffer_local keys_chain "
              "arguments_keys arguments_map list_keys dict_keys map_items targets_keys").split():
    KINDS["e_" + _name] = (KINDS[_name][0], lambda n, _make=KINDS[_name][1]: "print 0\n" + _make(n))
