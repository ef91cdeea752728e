#!/usr/bin/env python3
"""What is Python 2, line by line: files in which Python 2 and what became of it stand side by side.

Drives the program ($PY3K) in directories of its own, with and without git.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PY3K = os.environ["PY3K"]


class Directory(unittest.TestCase):
    def setUp(self):
        self.top = tempfile.mkdtemp(prefix="half_")
        self.addCleanup(shutil.rmtree, self.top)
        self.work = os.path.join(self.top, "work")
        os.mkdir(self.work)
        self.env = dict(os.environ, HOME=self.top, XDG_STATE_HOME=os.path.join(self.top, "state"),
                        GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="n", GIT_AUTHOR_EMAIL="e@x.org",
                        GIT_COMMITTER_NAME="n", GIT_COMMITTER_EMAIL="e@x.org")

    def put(self, name, text):
        path = os.path.join(self.work, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)

    def get(self, name):
        with open(os.path.join(self.work, name), encoding="utf-8") as stream:
            return stream.read()

    def run_py3k(self, *words):
        done = subprocess.run([PY3K, *words], cwd=self.work, env=self.env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.stdout + done.stderr

    def git(self, *words):
        done = subprocess.run(["git", *words], cwd=self.work, env=self.env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
        self.assertEqual(done.returncode, 0, done.stdout)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


class WithoutGit(Directory):
    def test_safe_twice(self):
        self.put("a.py", 'x = raw_input("a")\nraise E, v\n')
        for _ in range(2):
            self.run_py3k("-w", "--safe", "a.py")
        self.assertEqual(self.get("a.py"), 'x = input("a")\nraise E, v\n')

    # By git, an editor, or because the run was killed before it came to the file.
    def test_what_is_put_back_is_as_new(self):
        old = "from __future__ import division\nclass A:\n    def __cmp__(self, o):\n        return 0\nx = round(n)\nprint x\n"
        results = []
        for _ in range(2):
            self.put("a.py", old)
            self.run_py3k("-w", "a.py")
            results.append(self.get("a.py"))
        self.assertIn("x = _round(n)\n", results[0])
        self.assertEqual(results[0], results[1])

    def test_examples_twice(self):
        """What a run wrote behind prompts is known again there, too, though --from 2 says that it is Python 2."""
        self.put("a.rst", ">>> print 'a', n\n>>> x = input('n')\n>>> for y in map(f, x):\n...     print y, x\n")
        for words in ["-d", "--from", "2"], ["-d"]:
            self.run_py3k("-w", *words, "a.rst")
            self.assertEqual(self.get("a.rst"), ">>> print('a', n)\n>>> x = eval(input('n'))\n>>> for y in map(f, x):\n"
                                                "...     print(y, x)\n")

    def test_functions_of_future_builtins_twice(self):
        """The import goes, which said what map() means; --from 2 says of the rest only what the run did not know."""
        self.put("a.py", "from future_builtins import map, oct\nprint 1\nx = map(f, y)\nz = oct(n)\n")
        for _ in range(2):
            self.run_py3k("-w", "--from", "2", "a.py")
            self.assertEqual(self.get("a.py"), "print(1)\nx = map(f, y)\nz = oct(n)\n")

    def test_one_fixer_then_all(self):
        self.put("a.py", 'x = raw_input("a")\ny = input("b")\nprint "z", x\nprint (1, 2)\n')
        self.run_py3k("-w", "-f", "raw_input", "a.py")
        said = self.run_py3k("-w", "a.py")
        self.assertEqual(self.get("a.py"), 'x = input("a")\ny = eval(input("b"))\nprint("z", x)\nprint((1, 2))\n')
        self.assertIn("half converted", said)

    def test_all_but_one_then_all(self):
        self.put("a.py", 'y = input("b")\nprint "z"\n')
        self.run_py3k("-w", "-x", "input", "a.py")
        self.assertEqual(self.get("a.py"), 'y = input("b")\nprint("z")\n')
        self.run_py3k("-w", "a.py")
        self.assertEqual(self.get("a.py"), 'y = eval(input("b"))\nprint("z")\n')

    def test_undone_runs_leave_no_trace(self):
        self.put("a.py", 'x = raw_input("a")\nprint "z", x\n')
        self.run_py3k("-w", "-f", "raw_input", "a.py")
        self.run_py3k("undo")
        self.put("a.py", 'x = input("a")\nprint "z", x\n')
        self.run_py3k("-w", "a.py")
        self.assertEqual(self.get("a.py"), 'x = eval(input("a"))\nprint("z", x)\n')

    def test_what_the_file_alone_shows_is_unsafe_where_it_repeats_itself(self):
        self.put("a.py", 'n = input("n? ")\nprint("a", 1)\nprint "dbg"\n')
        self.run_py3k("-w", "--safe", "a.py")
        self.assertEqual(self.get("a.py"), 'n = input("n? ")\nprint("a", 1)\nprint("dbg")\n')

    def test_python3_that_shows_beside_python2(self):
        self.put("a.py", 'import sys\nn = input("n? ")\nprint("a", 1)\nprint("b", file=sys.stderr)\nprint(*n)\n'
                         'x = 3 / 2\ny = f"{n!r}"\nasync def f():\n    await g()\nprint "dbg"\n')
        said = self.run_py3k("-w", "a.py")
        self.assertEqual(self.get("a.py"), 'import sys\nn = input("n? ")\nprint("a", 1)\nprint("b", file=sys.stderr)\n'
                         'print(*n)\nx = 3 / 2\ny = f"{n!r}"\nasync def f():\n    await g()\nprint("dbg")\n')
        self.assertEqual(said.count("half converted"), 3, said)

    def test_a_file_that_shows_nothing_is_what_the_files_around_it_are(self):
        for name in "abc":
            self.put("p/%s.py" % name, 'print "%s"\n' % name)
        self.put("p/silent.py", 'pairs = zip(a, b)\nn = input("n? ")\n')
        said = self.run_py3k("-w", "p")
        self.assertEqual(self.get("p/silent.py"), 'pairs = list(zip(a, b))\nn = input("n? ")\n')
        self.assertIn("nothing in this file shows that it is Python 2", said)
        self.assertIn(" 0 changed", self.run_py3k("-w", "p"))

    def test_a_file_that_shows_nothing_among_python3(self):
        self.put("p/a.py", 'print("a", end="")\n')
        self.put("p/silent.py", "pairs = zip(a, b)\n")
        self.run_py3k("-w", "p")
        self.assertEqual(self.get("p/silent.py"), "pairs = zip(a, b)\n")

    def test_one_file_after_another(self):
        for name in "abc":
            self.put("p/%s.py" % name, 'pairs = izip(a, b)\nprint "%s"\n' % name)
        self.put("p/a.py", "from itertools import izip\npairs = izip(a, b)\n")
        for _ in range(2):
            self.run_py3k("-w", "p/a.py")
        self.assertEqual(self.get("p/a.py"), "pairs = zip(a, b)\n")

    def test_statements_whose_end_is_ignored_are_no_evidence(self):
        self.put("a.py", 'name = raw_input("? ")\nprint `raw_input()`, raw_input (\n    "x").strip()  # py3k: ignore\n')
        self.run_py3k("-w", "--no-journal", "a.py")
        once = self.get("a.py")
        self.run_py3k("-w", "--no-journal", "a.py")
        self.assertEqual(self.get("a.py"), once)
        self.assertTrue(once.startswith('name = input("? ")\n'), once)


class OneFixerAfterAnother(Directory):
    """Runs with some of the fixers, in whatever order, and then all: what one run of all fixers makes."""

    def check_order(self, text, *runs):
        self.put("once.py", text)
        self.run_py3k("-w", "once.py")
        for number, words in enumerate(runs):
            name = "n%d/again.py" % number  # no neighbour of the others
            self.put(name, text)
            self.run_py3k("-w", *words, name)
            self.run_py3k("-w", name)
            self.assertEqual(self.get(name), self.get("once.py"), words)
        self.assertNotEqual(self.get("once.py"), text)

    def test_settings(self):
        self.check_order("import ConfigParser\nc = ConfigParser.ConfigParser()\nprint c.get('a', 'b', 1)\n",
                         ["-f", "old_results"])

    def test_names_in_text(self):
        self.check_order("import __builtin__\nprint getattr(__builtin__, 'raw_input')\n",
                         ["-f", "imports"], ["-f", "text_names"], ["-x", "text_names"])

    def test_types_in_a_tuple(self):
        text = ("import types\nfrom types import StringType, UnicodeType\n"
                "print isinstance(n, (types.IntType, types.LongType)), isinstance(s, (StringType, UnicodeType))\n"
                "print type(n) in (types.IntType, types.LongType)\n")
        self.check_order(text, ["-f", "types"], ["-x", "type_tests"], ["-x", "types"], ["-x", "isinstance"])

    def test_a_module_beside_its_parts(self):
        text = "import urllib, urllib2, urlparse, os\nprint urllib.quote(x), urlparse.urljoin(a, b), urllib2.urlopen(y)\n"
        self.check_order(text, ["-f", "imports"], ["-x", "imports"], ["-f", "urllib"])

    def test_a_new_name_that_is_another_module_s_old_one(self):
        text = "from whichdb import whichdb\nimport dbm\nprint whichdb(dbm.open('x'))\n"
        self.check_order(text, ["-f", "imports2"])

    def test_definitions(self):
        text = ("import operator\nclass A:\n    def __getitem__(self, i):\n        return i\n"
                "    def __getslice__(self, i, j):\n        return cmp(f(i), f(j))\n\n\nprint f(operator.div)\n")
        self.check_order(text, ["-f", "cmp"], ["-f", "slice_methods"], ["-f", "stand_ins"])

    def test_stand_ins_of_renamed_modules(self):
        self.check_order("import new\ni = new.instance(C, {})\nprint i\n", ["-f", "moved_modules"], ["-x", "stand_ins"])
        self.put("a.py", "import sha\nprint sha.digest_size\n")
        self.run_py3k("-w", "-f", "moved_modules", "a.py")
        self.assertIn("digest_size is gone", self.run_py3k("a.py"))  # of md5 or of sha: nobody can tell any more

    def test_an_import_beside_the_old_one(self):
        uses = "x = os.popen2('a')\nprint commands.getoutput('ls')\n"
        for imports in "import commands, os\n", "import os, commands\n", "import os\n# c\nimport commands\n":
            self.check_order(imports + uses, ["-f", "imports"], ["-x", "imports"], ["-f", "stand_ins"])
            self.assertEqual(self.get("once.py").count("import subprocess") + self.get("once.py").count(", subprocess"), 1)

    def test_a_comprehension_that_becomes_a_loop(self):
        self.check_order("a = [b for b, c in 1, 2]\nprint b\n", ["-f", "paren"], ["-x", "paren"])

    def test_a_file_that_a_later_run_writes_as_utf8(self):
        """What a run wrote in Latin-1 is in other bytes then, and none the less no Python 2."""
        source = os.path.join(os.path.dirname(__file__), os.pardir, os.pardir, "testdata", "run", "coding_latin1.py")
        for folder, runs in ("once", [[]]), ("again", [["-f", "unicode"], ["--safe"], ["-x", "urllib"], []]):
            os.mkdir(os.path.join(self.work, folder))
            shutil.copyfile(source, os.path.join(self.work, folder, "a.py"))
            for words in runs:
                self.run_py3k("-w", *words, folder + "/a.py")
        self.assertIn("raw = 'é\\u00e9'\n", self.get("once/a.py"))
        self.assertEqual(self.get("again/a.py"), self.get("once/a.py"))

    def test_escapes_of_patterns(self):
        self.check_order("import re\nprint re.compile('\\y\\d')\n", ["-f", "re_patterns"], ["-f", "invalid_escapes"])


class InGit(Directory):
    PYTHON2 = "def f():\n    pass\n\n\ndef ask():\n    n = raw_input('n? ')\n    print 'a', 1\n    return 3 / 2\n"
    NEW = "\n\ndef new():\n    print 'dbg'\n    m = input('m? ')\n    print ('a', 2)\n"

    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main")
        self.put("a.py", self.PYTHON2)
        self.commit("Python 2")

    def convert(self):
        self.run_py3k("-w", "a.py")
        self.commit("converted")
        shutil.rmtree(os.path.join(self.top, "state", "py3k"))

    def expect_new_lines_done(self, *options):
        converted = self.get("a.py").replace(self.NEW, "")
        self.run_py3k("-w", *options, "a.py")
        self.assertEqual(self.get("a.py"), converted + "\n\ndef new():\n    print('dbg')\n    m = eval(input('m? '))\n    print(('a', 2))\n")

    def test_lines_that_came_after_the_conversion(self):
        self.convert()
        self.put("a.py", self.get("a.py") + self.NEW)
        self.commit("more Python 2")
        self.expect_new_lines_done()

    def test_python2_merged_into_a_converted_branch(self):
        self.git("branch", "topic")
        self.convert()
        self.git("checkout", "-q", "topic")
        self.put("a.py", "import os\n\n\n" + self.PYTHON2.replace("    pass\n", "    print 'dbg'\n"))
        self.commit("work on Python 2")
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "-m", "merged", "topic")
        self.assertIn("    print 'dbg'\n", self.get("a.py"))
        converted = self.get("a.py")
        self.run_py3k("-w", "a.py")
        self.assertEqual(self.get("a.py"), converted.replace("print 'dbg'", "print('dbg')"))

    def test_python2_merged_in_that_is_not_committed_yet(self):
        self.git("branch", "topic")
        self.convert()
        self.git("checkout", "-q", "topic")
        self.put("a.py", self.PYTHON2.replace("    pass\n", "    print 'dbg'\n"))
        self.commit("work on Python 2")
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "--no-commit", "topic")
        converted = self.get("a.py")
        self.run_py3k("-w", "--allow-dirty", "a.py")
        self.assertEqual(self.get("a.py"), converted.replace("print 'dbg'", "print('dbg')"))

    def test_a_version_that_never_was_python2_contradicts(self):
        self.put("b.py", "n = input('n? ')\nprint('a', 1)\n")
        self.commit("Python 3, as far as anybody can tell")
        self.put("b.py", self.get("b.py") + "print 'dbg'\n")
        self.commit("Python 2")
        os.remove(os.path.join(self.work, "a.py"))
        self.commit("nothing beside it")
        said = self.run_py3k("-w", "b.py")
        self.assertEqual(self.get("b.py"), "n = input('n? ')\nprint('a', 1)\nprint('dbg')\n")
        self.assertEqual(said.count("half converted"), 2, said)

    def test_since_in_a_converted_directory(self):
        self.convert()
        self.put("py3k.toml", 'converted = ["."]\n')
        self.commit("guarded")
        self.put("a.py", self.get("a.py") + self.NEW)
        self.commit("more Python 2")
        self.expect_new_lines_done("--since", "HEAD~1")

    def test_a_converted_directory_is_only_guarded(self):
        self.put("py3k.toml", 'converted = ["."]\n')
        self.commit("guarded")
        said = self.run_py3k("-w", "a.py")
        self.assertEqual(self.get("a.py"), self.PYTHON2)
        self.assertIn("[converted", said)


if __name__ == "__main__":
    if shutil.which("git") is None:
        print("skipped: no git")
        sys.exit(77)
    unittest.main()
