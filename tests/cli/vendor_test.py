"""Modules that come along: `py3k vendor`, --vendor and --requirements.  With a made-up library, and with the real ones."""

import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import pythons  # noqa: E402

PY3K = os.environ.get("PY3K", "py3k")

LIBRARY = {
    "os.py": "", "UserDict.py": "", "LICENSE.txt": "The licence.\n",
    "sgmllib.py": '"""SGML."""\nimport markupbase\nclass SGMLParser(object):\n    def feed(self, d):\n        print "fed", `d`\n',
    "htmllib.py": "import sgmllib\nfrom formatter import AS_IS\nclass HTMLParser(sgmllib.SGMLParser): pass\n",
    "formatter.py": "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nAS_IS = None\n",
    "compiler/__init__.py": "from transformer import parse\n", "compiler/transformer.py": "import parser\nparse = 1\n",
    "markupbase.py": "",
    "multifile.py": "x = 1\n",
}


class Vendor(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.top = os.path.join(scratch.name, "top")
        self.library = os.path.join(scratch.name, "lib", "python2.7")
        self.environment = {**os.environ, "HOME": scratch.name, "XDG_STATE_HOME": os.path.join(scratch.name, "state")}
        os.makedirs(self.top)
        for name, text in LIBRARY.items():
            self.make(os.path.join(self.library, name), text)

    def make(self, name, text):
        path = os.path.join(self.top, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(os.path.join(self.top, name), encoding="utf-8") as file:
            return file.read()

    def there(self, below="."):
        return sorted(os.path.relpath(path, self.top)
                      for path in glob.glob(os.path.join(self.top, below, "**", "*"), recursive=True)
                      if os.path.isfile(path))

    def py3k(self, *arguments, code=0):
        done = subprocess.run([PY3K, *arguments], cwd=self.top, env=self.environment, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def vendor(self, *arguments, **more):
        return self.py3k("--vendor", "--from-library", self.library, *arguments, **more)

    def run_python(self, name):
        done = subprocess.run([sys.executable, name], cwd=self.top, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_it_comes_with_what_it_needs_and_runs(self):
        self.make("main.py", "import os, htmllib\nhtmllib.HTMLParser().feed('x')\n")
        done = self.vendor("-w", ".")
        self.assertEqual(self.there("_vendor"),
                         ["_vendor/LICENSE-python2.7.txt", "_vendor/__init__.py", "_vendor/formatter.py",
                          "_vendor/htmllib.py", "_vendor/sgmllib.py"])
        self.assertIn("import os, _vendor.htmllib as htmllib", self.read("main.py"))
        self.assertIn("htmllib.py of Python 2.7's library", self.read("_vendor/htmllib.py").splitlines()[0])
        self.assertIn("LICENSE-python2.7.txt", self.read("_vendor/htmllib.py").splitlines()[1])
        self.assertTrue(self.read("_vendor/formatter.py").startswith("#!/usr/bin/env python"))
        self.assertIn("_vendor/sgmllib.py: comes along from", done.stderr)

    def test_a_dry_run_writes_nothing_and_says_what_would_come(self):
        self.make("main.py", "import sgmllib\nprint sgmllib\n")
        done = self.vendor(".")
        self.assertIn("_vendor/sgmllib.py: would come along from", done.stderr)
        self.assertNotIn("fed", done.stdout)
        self.assertEqual(self.there(), ["main.py"])
        self.vendor("--check", "-q", ".", code=1)

    def test_a_second_run_finds_nothing_to_do(self):
        self.make("main.py", "import sgmllib\nprint sgmllib\n")
        self.vendor("-w", ".")
        before = {name: self.read(name) for name in self.there()}
        self.assertIn(": 0 changed", self.vendor("-w", ".").stderr)
        self.assertIn(": 0 changed", self.py3k("-w", ".").stderr)
        self.assertEqual({name: self.read(name) for name in self.there()}, before)
        self.vendor("--check", ".")

    def test_what_is_missing_is_brought_once_more(self):
        self.make("main.py", "import htmllib\nprint htmllib\n")
        self.vendor("-w", ".")
        os.remove(os.path.join(self.top, "_vendor/sgmllib.py"))
        self.vendor("-w", ".")
        self.assertIn("_vendor/sgmllib.py", self.there())

    def test_undo_takes_it_away_again(self):
        self.make("main.py", "import sgmllib\nprint sgmllib\n")
        self.vendor("-w", "--requirements", "requirements.txt", ".")
        self.py3k("undo")
        self.assertEqual(self.there(), ["main.py"])
        self.assertEqual(self.read("main.py"), "import sgmllib\nprint sgmllib\n")

    def test_undo_leaves_what_has_changed(self):
        self.make("main.py", "import sgmllib\nprint sgmllib\n")
        self.vendor("-w", ".")
        self.make("_vendor/sgmllib.py", "mine = 1\n")
        self.py3k("undo", code=3)
        self.assertEqual(self.read("_vendor/sgmllib.py"), "mine = 1\n")

    def test_what_is_there_stays(self):
        self.make("main.py", "import sgmllib\nprint sgmllib\n")
        self.make("_vendor/__init__.py", "")
        self.make("_vendor/sgmllib.py", "SGMLParser = 1\n")
        self.vendor("-w", ".")
        self.assertEqual(self.read("_vendor/sgmllib.py"), "SGMLParser = 1\n")

    def test_the_results_of_o_are_together(self):
        self.make("src/main.py", "import sgmllib\nprint sgmllib\n")
        self.vendor("-w", "-o", "out", "src")
        self.assertEqual(self.there("out"), ["out/_vendor/LICENSE-python2.7.txt", "out/_vendor/__init__.py",
                                             "out/_vendor/sgmllib.py", "out/main.py"])
        self.assertEqual(self.there("src"), ["src/main.py"])

    def test_the_package_can_lie_in_another(self):
        self.make("app/__init__.py", "")
        self.make("app/views.py", "from sgmllib import SGMLParser\n")
        self.make("py3k.toml", 'vendor = true\nfrom-library = ["../lib/python2.7"]\nvendor-package = "app/_old"\n')
        self.py3k("-w", ".")
        self.assertEqual(self.read("app/views.py"), "from app._old.sgmllib import SGMLParser\n")
        self.assertIn("app/_old/sgmllib.py", self.there())

    def test_a_package_lies_beside_it(self):
        self.make("src/app/__init__.py", "")
        self.make("src/app/sub/__init__.py", "")
        self.make("src/app/sub/views.py", "from sgmllib import SGMLParser\n")
        self.vendor("-w", "src/app")
        self.assertIn("src/_vendor/sgmllib.py", self.there())

    def test_two_places_share_one_copy_where_one_sees_the_other(self):
        self.make("lib/app/__init__.py", "import sgmllib\n")
        self.make("test/app_test.py", "import app, sgmllib\n")
        self.make("other/alone.py", "import multifile\n")
        self.vendor("-w", ".")
        self.assertIn("lib/_vendor/sgmllib.py", self.there())
        self.assertEqual(self.there("test"), ["test/app_test.py"])
        # Both may be on the path, and the first _vendor hides the other one.
        self.assertIn("other/_vendor/multifile.py", self.there())
        self.assertIn("lib/_vendor/multifile.py", self.there())

    def test_the_command_turns_imports_and_nothing_else(self):
        self.make("main.py", "import sgmllib\nprint sgmllib\n")
        self.py3k("vendor", "-w", "--from-library", self.library, ".")
        self.assertEqual(self.read("main.py"), "import _vendor.sgmllib as sgmllib\nprint sgmllib\n")
        self.make("three.py", "import multifile\nprint(multifile, end='')\n")
        self.py3k("vendor", "-w", "--from-library", self.library, ".")
        self.assertEqual(self.read("three.py"), "import _vendor.multifile as multifile\nprint(multifile, end='')\n")

    def test_one_module_only(self):
        self.make("main.py", "import sgmllib, multifile\nprint sgmllib, multifile\n")
        self.vendor("-w", "--module", "multifile", ".")
        self.assertIn("import sgmllib, _vendor.multifile as multifile", self.read("main.py"))
        self.assertNotIn("_vendor/sgmllib.py", self.there())

    def test_own_modules_of_that_name_are_left_alone(self):
        self.make("sgmllib.py", "x = 1\n")
        self.make("main.py", "import sgmllib\n")
        self.vendor("-w", ".")
        self.assertEqual(self.there(), ["main.py", "sgmllib.py"])

    def test_what_the_library_has_and_python_3_too_is_replaced(self):
        self.make(os.path.join(self.library, "contextlib.py"), "")
        self.make("main.py", "import contextlib, sgmllib\nfor m in contextlib.nested, sgmllib: print m.__name__\n")
        self.vendor("-w", ".")
        self.assertIn("nested", self.run_python("main.py"))
        self.assertNotIn("_vendor/contextlib.py", self.there())

    def test_what_cannot_come_is_said(self):
        self.make("main.py", "import compiler\nprint compiler\n")
        self.assertIn("compiler is gone", self.vendor("-w", ".").stderr)
        self.assertEqual(self.there(), ["main.py"])

    def test_a_build_is_left_alone(self):
        self.make("setup.py", "import sgmllib\nprint sgmllib\n")
        self.assertIn("sgmllib is gone", self.vendor("-w", ".").stderr)
        self.assertEqual(self.there(), ["setup.py"])

    def test_json_says_where_it_comes_from(self):
        self.make("main.py", "import sgmllib, cgi\nprint sgmllib, cgi.FieldStorage\n")
        report = json.loads(self.vendor("--format", "json", "--requirements", "r.txt", ".").stdout)
        files = {file["path"]: file for file in report["files"]}
        self.assertIn("brought_from", files["_vendor/__init__.py"])
        self.assertNotIn("brought_from", files["main.py"])
        self.assertIn('legacy-cgi; python_version >= "3.13"', report["summary"]["requirements"])

    def test_requirements_are_added_once(self):
        self.make("main.py", "import cgi, asyncore, pkg_resources, distutils.core\nprint cgi.FieldStorage\n")
        self.make("requirements.txt", "# ours\nPyAsynCore==1.0")
        dry = self.py3k("--requirements", "requirements.txt", ".")
        self.assertIn("would require: legacy-cgi", dry.stderr)
        self.assertEqual(self.read("requirements.txt"), "# ours\nPyAsynCore==1.0")
        for _ in range(2):
            self.py3k("-w", "--requirements", "requirements.txt", ".")
            self.assertEqual(self.read("requirements.txt"),
                             '# ours\nPyAsynCore==1.0\nlegacy-cgi; python_version >= "3.13"\nsetuptools<82\n')

    def test_a_root_is_found_from_imports(self):
        self.make("checks/__init__.py", "")
        self.make("checks/testenv.py", "import fixtures, sgmllib\n")
        self.make("checks/fixtures.py", "")
        self.make("checks/sub/__init__.py", "")
        self.make("checks/sub/one.py", "import testenv\n")
        page = self.py3k("--show-settings", ".").stdout
        self.assertIn("  checks: its modules are imported by their bare names from below\n", page)
        roots = json.loads(self.py3k("--show-settings", "--format", "json", ".").stdout)["roots"]
        self.assertIn("checks", [root["path"] for root in roots])
        self.vendor("-w", ".")
        self.assertIn("checks/_vendor/sgmllib.py", self.there())
        self.assertEqual(self.read("checks/testenv.py"), "import fixtures, _vendor.sgmllib as sgmllib\n")

    def test_what_is_loaded_by_two_names_is_said(self):
        self.make("checks/__init__.py", "")
        self.make("checks/testenv.py", "")
        self.make("checks/sub/__init__.py", "")
        self.make("checks/sub/one.py", "import testenv\nprint testenv\n")
        self.make("main.py", "import checks.testenv\nprint checks.testenv\n")
        done = self.py3k(".")
        self.assertIn("checks/sub/one.py:1:8: [import, manual] testenv is loaded twice: as checks.testenv by", done.stderr)

    def test_mistakes_are_said(self):
        self.make("main.py", "")
        for part, arguments in [("--from-library", ["--vendor", "."]),
                                ("no os.py", ["--vendor", "--from-library", self.top, "."]),
                                ("--vendor", ["--module", "x", "."]),
                                ("--target 2+3", ["--vendor", "--from-library", self.library, "--target", "2+3", "."]),
                                ("nowhere", ["vendor", "--from-library", self.library, "--module", "nowhere", "."]),
                                ("-i", ["-i", "--vendor", "--from-library", self.library, "."])]:
            done = self.py3k(*arguments, code=2)
            self.assertIn(part, done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    unittest.main()
