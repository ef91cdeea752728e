"""Configuration, suppressions and baseline, driven as users do: real files, exit codes, the second run."""

import json
import os
import subprocess
import tempfile
import unittest

PY3K = os.environ.get("PY3K", "py3k")


class Project(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = scratch.name

    def path(self, name):
        return os.path.join(self.directory, name)

    def make(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w") as file:
            file.write(content)

    def read(self, name):
        with open(self.path(name)) as file:
            return file.read()

    def py3k(self, *arguments, program=PY3K, cwd="."):
        return subprocess.run([program, *arguments], cwd=self.path(cwd), capture_output=True, text=True, check=False)

    def expect(self, code, *arguments, **more):
        done = self.py3k(*arguments, **more)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done


class ConfigurationTest(Project):
    def test_directories_are_converted_one_by_one(self):
        self.make("billing/a.py", "def f(d):\n    print d.has_key(1)\n")
        self.make("shop/b.py", "def g(d):\n    return unicode(d)\n")
        self.make("pyproject.toml", '[tool.py3k]\nconverted = ["billing"]\n')
        self.expect(1, "--check", ".")
        self.expect(0, "--no-config", "-w", "billing")
        converted = self.read("billing/a.py")
        self.assertIn("print(1 in d)", converted)
        self.expect(0, "--check", "billing")
        self.expect(0, "-w", ".")
        self.assertEqual(self.read("shop/b.py"), "def g(d):\n    return str(d)\n")
        self.assertEqual(self.read("billing/a.py"), converted)
        self.expect(0, "--check", ".")
        # A merge brings Python 2 back.
        self.make("billing/a.py", converted + "\ndef h(d):\n    return [k for k in d.iterkeys()]\n")
        changed = self.read("billing/a.py")
        guarded = self.expect(1, "--check", ".", "--format", "json")
        findings = [finding for file in json.loads(guarded.stdout)["files"] for finding in file["findings"]]
        self.assertEqual([(finding["fixer"], finding["line"]) for finding in findings], [("converted", 5)])
        self.expect(0, "-w", ".")
        self.assertEqual(self.read("billing/a.py"), changed)

    def test_is_found_from_below_and_relative_to_itself(self):
        self.make("py3k.toml", 'exclude = ["app/gen/"]\nnofix = ["unicode"]\n'
                  '[[override]]\npaths = ["app/new/*"]\nnofix = []\n')
        for name in ("app/a.py", "app/gen/b.py", "app/new/c.py"):
            self.make(name, "x = unicode(`y`)\n")
        self.expect(0, "-w", ".", cwd="app")
        self.assertEqual(self.read("app/a.py"), "x = unicode(repr(y))\n")
        self.assertEqual(self.read("app/gen/b.py"), "x = unicode(`y`)\n")
        self.assertEqual(self.read("app/new/c.py"), "x = str(repr(y))\n")

    def test_what_is_hidden_is_counted(self):
        self.make("py3k.toml", 'exclude = ["gen/", "*_pb2.py"]\nconverted = ["new"]\n')
        for name in ("a.py", "gen/b.py", "x_pb2.py", "new/c.py", "new/d.py", "env/pyvenv.cfg", "env/e.py", "wscript"):
            self.make(name, "x != y\n")
        done = self.expect(0, ".")
        self.assertIn("passed over: 1 file and 1 directory excluded by py3k.toml, 1 directory of virtual environments\n"
                      "2 files only guarded: `converted` in py3k.toml\n"
                      "1 file that may be Python passed over, such as wscript (--include GLOB takes them)\n", done.stderr)
        summary = json.loads(self.expect(0, "--format", "json", ".").stdout)["summary"]
        self.assertEqual(summary["guarded"], 2)
        self.assertEqual(summary["passed_over"]["excluded"], {"files": 1, "directories": 1})
        self.assertEqual(self.expect(0, "-q", ".").stderr, "")

    def test_files_without_py_are_included(self):
        self.make("py3k.toml", 'include = ["wscript", "conf/*.in"]\n')
        for name in ("wscript", "sub/wscript", "conf/a.in", "sub/conf/a.in", "b.in"):
            self.make(name, "x = y.has_key(1)\n")
        self.expect(0, "-w", ".")
        changed = [name for name in ("wscript", "sub/wscript", "conf/a.in", "sub/conf/a.in", "b.in")
                   if "has_key" not in self.read(name)]
        self.assertEqual(changed, ["wscript", "sub/wscript", "conf/a.in"])
        self.expect(0, "-w", "--include", "*.in", "sub")
        self.assertIn("1 in y", self.read("sub/conf/a.in"))

    def test_json_tells_what_was_written(self):
        self.make("a.py", "x = y.has_key(1)\n")
        for arguments, is_dry, written in ((["a.py"], True, ""), (["-w", "a.py"], False, "a.py"), (["-w", "a.py"], False, "")):
            document = json.loads(self.expect(0, "--format", "json", *arguments).stdout)
            self.assertEqual((document["dry_run"], document["files"][0]["written_to"]), (is_dry, written))

    def test_an_override_that_chooses_sets_nofix_aside(self):
        self.make("py3k.toml", 'nofix = ["unicode"]\n[[override]]\npaths = ["new/"]\nfix = ["unicode"]\n')
        for name in ("a.py", "new/b.py"):
            self.make(name, "x = unicode(`y`)\n")
        self.expect(0, "-w", ".")
        self.assertEqual(self.read("a.py"), "x = unicode(repr(y))\n")
        self.assertEqual(self.read("new/b.py"), "x = str(`y`)\n")

    def test_mistakes_are_one_line_and_exit_2(self):
        self.make("a.py", "print 1\n")
        for text, said in (("targt = '3.8'\n", "py3k: py3k.toml:1:1: there is no key targt; did you mean target?\n"),
                           ("\nsafe = 1\n", "py3k: py3k.toml:2:8: safe has to be true or false\n"),
                           ("nofix = ['prnt']\n", "py3k: py3k.toml:1:9: there is no fixer prnt; did you mean print?\n")):
            self.make("py3k.toml", text)
            self.assertEqual(self.expect(2, "-w", "a.py").stderr, said)
        self.make("py3k.toml", "safe = \n")
        self.assertRegex(self.expect(2, "a.py").stderr, r"^py3k: py3k\.toml:1:\d+: ")
        self.assertEqual(self.read("a.py"), "print 1\n")
        self.expect(0, "--no-config", "a.py")

    def test_2to3_reads_none(self):
        self.make("py3k.toml", "this is no configuration")
        self.make("a.py", "print 1\n")
        os.symlink(os.path.abspath(PY3K), self.path("2to3"))
        self.expect(0, "-w", "-n", "a.py", program=self.path("2to3"))
        self.assertEqual(self.read("a.py"), "print(1)\n")


class SuppressionTest(Project):
    TEXT = ("import Queue\n\nprint 1\nprint Queue  # py3k: ignore\n# py3k: ignore[dict]\ndef f(d):\n"
            "    return d.iteritems()\n")

    def test_all_reports_see_the_same(self):
        self.make("a.py", self.TEXT)
        self.assertEqual(self.expect(0, "-w", "a.py").stdout, "")
        self.assertEqual(self.read("a.py"), self.TEXT.replace("print 1", "print(1)"))
        text = self.expect(1, "--check", "a.py")
        self.assertRegex(text.stderr, r"^a\.py:\d+:\d+: \[suppression, manual\] Python 3 can't parse this file: .*\n"
                         r"1 file: 0 would change, 1 finding to look at\n$")
        self.assertEqual(text.stdout, "")
        document = json.loads(self.expect(0, "--format", "json", "a.py").stdout)
        self.assertEqual([finding["fixer"] for finding in document["files"][0]["findings"]], ["suppression"])

    def test_a_file_that_is_ignored_may_be_anything(self):
        self.make("a.py", "# py3k: ignore-file: a fixture\nprint (1 = = `\n")
        self.expect(0, "--check", "a.py")


class BaselineTest(Project):
    def test_ratchet(self):
        self.make("app/a.py", "print 1\nx = unicode(y)\n")
        accept = ("--update-baseline", "--baseline", "known.jsonl", "app")
        check = ("--check", "--baseline", "known.jsonl", "app")
        self.assertIn("--update-baseline makes it", self.expect(2, *check).stderr)
        self.expect(1, "--check", "app")
        self.assertIn("known.jsonl: 2 known findings, 0 new; made\n", self.expect(0, *accept).stderr)
        self.assertEqual(os.stat(self.path("known.jsonl")).st_mode & 0o111, 0)
        self.assertEqual(self.expect(0, *check).stdout, "")
        self.make("app/a.py", "import os\n\nif os:\n    print 1\nprint 2\n")
        self.assertIn("1 new, 1 gone", self.expect(1, *check).stderr)
        self.expect(1, *accept)
        self.assertEqual(self.read("known.jsonl").count("\n"), 2)
        self.make("known.jsonl", self.read("known.jsonl") + "<<<<<<< HEAD\n")
        self.assertRegex(self.expect(2, *check).stderr, r"^py3k: known\.jsonl:3:\d+: this is no JSON")

    def test_status(self):
        self.make("app/a.py", "print 1\n")
        self.make("app/b.py", "x = 1\n")
        self.assertRegex(self.expect(0, "status", "--record", "runs.jsonl").stdout, r"(?m)^total +2 +2 +\d +\d +0 +0  50%$")
        self.expect(0, "-w", "app")
        self.assertRegex(self.expect(0, "status", "--record", "runs.jsonl").stdout, r"(?m)^total +2 +2 +0 +0 +0 +0  100%$")
        self.assertEqual([json.loads(line)["lines_done"] for line in self.read("runs.jsonl").splitlines()], [1, 2])
        total = json.loads(self.expect(0, "status", "--format", "json").stdout)["total"]
        self.assertEqual((total["files"], total["files_done"]), (2, 2))


if __name__ == "__main__":
    unittest.main(verbosity=2)
