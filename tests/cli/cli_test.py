"""Drives the finished program as users do: streams, exit codes, files on a real disk.

Uses no fixer but has_key, so that new fixers change nothing here.
"""

import json
import os
import resource
import stat
import subprocess
import tempfile
import unittest

PY3K = os.environ.get("PY3K", "py3k")
OLD = "if d.has_key(k): pass\n"
NEW = "if k in d: pass\n"


class CliTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = scratch.name

    def path(self, name):
        return os.path.join(self.directory, name)

    def make(self, name, content=OLD):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        with open(self.path(name), "wb") as file:
            file.write(data)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read().decode("latin-1")

    def py3k(self, *arguments, stdin=""):
        return subprocess.run(
            [PY3K, *arguments], cwd=self.directory, input=stdin, capture_output=True, text=True, check=False
        )

    def test_dry_run_shows_an_applicable_diff_and_writes_nothing(self):
        self.make("app/a.py")
        done = self.py3k("-f", "has_key", "app")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, "--- app/a.py\n+++ app/a.py\n@@ -1 +1 @@ has_key\n-" + OLD + "+" + NEW)
        self.assertIn("nothing was written", done.stderr)
        self.assertEqual(self.read("app/a.py"), OLD)

    def test_write_converts_in_place_and_then_has_nothing_to_do(self):
        self.make("app/a.py")
        os.chmod(self.path("app/a.py"), 0o751)
        self.assertEqual(self.py3k("-w", "-f", "has_key", "app").returncode, 0)
        self.assertEqual(self.read("app/a.py"), NEW)
        self.assertEqual(stat.S_IMODE(os.stat(self.path("app/a.py")).st_mode), 0o751)
        self.assertEqual(os.listdir(self.path("app")), ["a.py"])
        again = self.py3k("--check", "-f", "has_key", "app")
        self.assertEqual((again.returncode, again.stdout), (0, ""))

    def test_links_stay_links(self):
        self.make("real.py")
        os.symlink("real.py", self.path("link.py"))
        self.assertEqual(self.py3k("-w", "-f", "has_key", "link.py").returncode, 0)
        self.assertTrue(os.path.islink(self.path("link.py")))
        self.assertEqual(self.read("real.py"), NEW)

    def test_files_that_fail_stop_no_others(self):
        self.make("a.py", b"x = '\xe9'\n")
        self.make("b.py", b"\0")
        self.make("c.py", "# coding: no-such\n")
        self.make("d.py")
        done = self.py3k("-w", "-f", "has_key", ".")
        self.assertEqual(done.returncode, 3)
        self.assertIn("a.py: failed: is not valid UTF-8: byte 0xe9 on line 1; declare its encoding", done.stderr)
        self.assertIn("b.py: failed: has a NUL byte on line 1", done.stderr)
        self.assertIn("c.py: failed: declares the encoding no-such", done.stderr)
        self.assertEqual(self.read("d.py"), NEW)
        self.assertEqual(self.read("b.py"), "\0")

    def test_pipe(self):
        done = self.py3k("-f", "has_key", "-", stdin=OLD)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, NEW, ""))
        untouched = self.py3k("-f", "has_key", "-", stdin="x = 1\n")
        self.assertEqual((untouched.returncode, untouched.stdout), (0, "x = 1\n"))

    def test_exit_codes(self):
        self.make("a.py")
        self.assertEqual(self.py3k("--check", "-f", "has_key", "a.py").returncode, 1)
        self.assertEqual(self.py3k("none.py").returncode, 3)
        for wrong in ((), ("--wirte", "a.py"), ("-f", "has_keys", "a.py"), ("explain", "no_such_fixer")):
            done = self.py3k(*wrong)
            self.assertEqual(done.returncode, 2, wrong)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn("did you mean has_key?", self.py3k("-f", "has_keys", "a.py").stderr)
        self.assertIn("did you mean --write?", self.py3k("--wirte", "a.py").stderr)

    def test_json_is_the_same_for_any_number_of_threads(self):
        for number in range(40):
            self.make(f"d{number % 3}/f{number}.py", OLD * (number % 4))
        documents = []
        for jobs in ("1", "2", "9"):
            done = self.py3k("--format", "json", "-j", jobs, "-f", "has_key", ".")
            document = json.loads(done.stdout)
            document["summary"].pop("seconds")
            documents.append(document)
        self.assertEqual(documents[0], documents[1])
        self.assertEqual(documents[0], documents[2])
        paths = [file["path"] for file in documents[0]["files"]]
        self.assertEqual(paths, sorted(paths))
        self.assertEqual(documents[0]["summary"]["changed"], 30)

    def test_output_goes_to_a_file(self):
        self.make("a.py")
        done = self.py3k("--format", "json", "--output", "report.json", "a.py")
        self.assertEqual(done.stdout, "")
        with open(self.path("report.json")) as file:
            self.assertEqual(json.load(file)["summary"]["files"], 1)
        self.assertEqual(self.py3k("--output", "no/such/place", "a.py").returncode, 2)

    def test_closed_pipe_is_no_error(self):
        for number in range(300):
            self.make(f"f{number}.py", OLD * 50)
        process = subprocess.Popen(
            [PY3K, "-f", "has_key", "."], cwd=self.directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(), 0, errors)
        self.assertNotIn("error", errors)

    def test_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        self.make("a.py")
        environment = dict(os.environ, XDG_STATE_HOME=self.path("state"))
        # Something to undo.
        subprocess.run([PY3K, "-w", "a.py"], cwd=self.directory, env=environment, capture_output=True, check=True)
        self.make("a.py")
        os.symlink(os.path.abspath(PY3K), self.path("2to3"))
        ours = [["-f", "has_key", "a.py"], ["list"], ["list", "--format", "json"], ["-l"], ["explain", "print"], ["help"],
                ["explain", "--format", "json", "print"], ["plan", "a.py"], ["plan", "--format", "json", "a.py"],
                ["status", "a.py"], ["--help"], ["list", "--help"], ["--version"], ["generate", "man"], ["undo", "--list"],
                ["--stat", "a.py"], ["--format", "html", "a.py"]]
        commands = [[PY3K] + arguments for arguments in ours]
        commands += [[PY3K, "--output", "/dev/full"] + arguments for arguments in ours
                     if arguments[0] not in ("undo", "help")]
        commands += [[self.path("2to3")] + arguments for arguments in (["-l"], ["--help"], ["a.py"])]
        for command in commands:
            with open("/dev/full", "w") as full, self.subTest(command=command[1:]):
                done = subprocess.run(command, cwd=self.directory, stdout=full, stderr=subprocess.PIPE, check=False,
                                      env=environment)
                self.assertEqual(done.returncode, 1 if "2to3" in command[0] else 3, done.stderr)
                self.assertEqual(done.stderr.count(b"the output"), 1, done.stderr)

    def test_is_2to3_under_that_name(self):
        os.symlink(os.path.abspath(PY3K), self.path("2to3-3.12"))
        self.make("a.py")
        os.chmod(self.path("a.py"), 0o751)
        done = subprocess.run([self.path("2to3-3.12"), "-w", "-f", "has_key", "a.py", "none.py"], cwd=self.directory,
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith("--- a.py\t(original)\n+++ a.py\t(refactored)\n"), done.stdout)
        self.assertIn("RefactoringTool: Files that were modified:\nRefactoringTool: a.py\n", done.stderr)
        self.assertEqual((self.read("a.py"), self.read("a.py.bak")), (NEW, OLD))
        for name in ("a.py", "a.py.bak"):
            self.assertEqual(stat.S_IMODE(os.stat(self.path(name)).st_mode), 0o751)
        wrong = subprocess.run([self.path("2to3-3.12"), "-n", "a.py"], capture_output=True, text=True, check=False)
        self.assertEqual((wrong.returncode, wrong.stderr.splitlines()[-1]),
                         (2, "2to3-3.12: error: Can't use -n without -w"))

    def test_writes_elsewhere(self):
        self.make("app/sub/a.py")
        self.make("app/fine.py", "x = 1\n")
        done = self.py3k("-W", "-n", "-o", "out/deep", "--add-suffix", "3", "-f", "has_key", "app")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.read("out/deep/sub/a.py3"), self.read("out/deep/fine.py3")), (NEW, "x = 1\n"))
        self.assertEqual(self.read("app/sub/a.py"), OLD)

    def test_doctests_in_text_files(self):
        self.make("manual.txt", ">>> " + OLD + OLD)
        self.assertEqual(self.py3k("-w", "-d", "-f", "has_key", "--from", "2", "manual.txt").returncode, 0)
        self.assertEqual(self.read("manual.txt"), ">>> " + NEW + OLD)

    def test_pages(self):
        self.assertRegex(self.py3k("list").stdout, r"(?m)^has_key +python2 +safe +both +\S")
        self.assertEqual(self.py3k("-l").stdout, self.py3k("list").stdout)
        explained = self.py3k("explain", "has_key").stdout
        self.assertIn("  - if d.has_key(k): pass\n  + if k in d: pass\n", explained)
        self.assertIn("--write", self.py3k("--help").stdout)
        self.assertRegex(self.py3k("--version").stdout, r"^py3k \d+\.\d+\.\d+\n$")

    def test_starts_at_once(self):
        best = min(self.seconds_to_start() for _ in range(20))
        # 5 ms on an idle machine; the rest is for those that are busy, or run under a sanitizer.
        self.assertLess(best, 0.05)

    def seconds_to_start(self):
        # Its own time on a core: what passes on the clock depends on who else is at work.
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([PY3K, "--version"], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    unittest.main(verbosity=2)
