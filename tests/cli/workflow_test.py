"""The steps of a migration, driven as users do: undo, git guards, plan, commits.  On a real disk, with a real git."""

import os
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import time
import unittest

PY3K = os.environ.get("PY3K", "py3k")
OLD = "if d.has_key(k): pass\n"
NEW = "if k in d: pass\n"
GIT = shutil.which("git")


class Workflow(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.top = os.path.join(scratch.name, "top")
        self.home = os.path.join(scratch.name, "home")
        os.makedirs(self.top)
        os.makedirs(self.home)
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        self.environment.update(HOME=self.home, XDG_STATE_HOME=os.path.join(self.home, "state"),
                                GIT_CONFIG_NOSYSTEM="1", XDG_CONFIG_HOME=self.home)

    def path(self, name):
        return os.path.join(self.top, name)

    def make(self, name, content=OLD):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read().decode("latin-1")

    def py3k(self, *arguments, directory="", **more):
        return subprocess.run([PY3K, *arguments], cwd=self.path(directory), env={**self.environment, **more},
                              capture_output=True, text=True, check=False)

    def ok(self, *arguments, **more):
        done = self.py3k(*arguments, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def refused(self, code, part, *arguments, **more):
        done = self.py3k(*arguments, **more)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertIn(part, done.stderr)
        if code == 2:
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        return done

    def git(self, *arguments, check=True):
        done = subprocess.run([GIT, *arguments], cwd=self.top, env=self.environment, capture_output=True, text=True,
                              check=False)
        if check:
            self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def repository(self, files=()):
        if GIT is None:
            self.skipTest("no git")
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Ada")
        self.git("config", "user.email", "ada@example.org")
        for name in files:
            self.make(name)
        self.commit()

    def commit(self, message="change"):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)


class UndoTest(Workflow):
    def test_puts_back_byte_for_byte(self):
        odd = b"# coding: latin-1\r\nx = '\xe9'\r\nif d.has_key(k): pass\r\n"
        self.make("app/a.py", odd)
        self.make("app/b.py")
        self.make("app/fine.py", "x = 1\n")
        os.chmod(self.path("app/a.py"), 0o751)
        self.ok("-w", "-f", "has_key", "app")
        self.assertIn("k in d", self.read("app/a.py"))
        done = self.ok("undo")
        self.assertIn("run 1 (py3k -w -f has_key app): 2 files put back\n", done.stderr)
        self.assertEqual(self.read("app/a.py").encode("latin-1"), odd)
        self.assertEqual(self.read("app/b.py"), OLD)
        self.assertEqual(stat.S_IMODE(os.stat(self.path("app/a.py")).st_mode), 0o751)
        self.assertEqual(sorted(os.listdir(self.path("app"))), ["a.py", "b.py", "fine.py"])
        self.refused(2, "no run is recorded", "undo")

    def test_leaves_alone_what_changed_since(self):
        for name in ("a.py", "b.py", "c.py"):
            self.make(name)
        self.ok("-w", "-f", "has_key", ".")
        self.make("a.py", "mine\n")
        os.remove(self.path("b.py"))
        done = self.refused(3, "a.py: left alone: has changed since that run\n", "undo")
        self.assertIn("b.py: left alone: does not exist\n", done.stderr)
        self.assertIn("1 file put back, 2 left alone", done.stderr)
        self.assertEqual((self.read("a.py"), self.read("c.py")), ("mine\n", OLD))
        # The originals of those are kept.
        self.make("a.py", NEW)
        self.make("b.py", NEW)
        self.assertIn("2 files put back, 1 as before already", self.ok("undo").stderr)
        self.assertEqual((self.read("a.py"), self.read("b.py")), (OLD, OLD))

    def test_lists_runs_and_undoes_a_certain_one(self):
        self.make("a.py")
        self.make("my dir/b.py")
        self.ok("-w", "-f", "has_key", "a.py")
        self.ok("-w", "-f", "has_key", "my dir")
        lines = self.ok("undo", "--list").stdout.splitlines()
        self.assertEqual(len(lines), 3)
        self.assertRegex(lines[1], r"^2 +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +1 +py3k -w -f has_key 'my dir'$")
        self.assertRegex(lines[2], r"^1 .* py3k -w -f has_key a.py$")
        self.assertIn("  my dir/b.py\n", self.ok("undo", "--list", "-v").stdout)
        self.assertIn("  b.py\n", self.ok("undo", "--list", "-v", directory="my dir").stdout)
        self.refused(2, "there is no run 7; `py3k undo --list`", "undo", "7")
        self.refused(2, "--run can't be x", "undo", "--run", "x")
        self.refused(2, "--run can't be 0", "undo", "--run", "0")
        self.refused(2, "undo can't take 2 as well", "undo", "1", "2")
        self.refused(2, "--list is for `py3k undo` only", "--list", "a.py")
        self.ok("undo", "1")
        self.assertEqual((self.read("a.py"), self.read("my dir/b.py")), (OLD, NEW))
        self.ok("undo", "--run", "2")
        self.assertEqual(self.read("my dir/b.py"), OLD)

    def test_is_about_the_place_it_is_called_in(self):
        self.make("one/a.py")
        self.make("two/b.py")
        self.ok("-w", "-f", "has_key", "one")
        self.refused(2, "no run is recorded for", "undo", directory="two")
        self.ok("-w", "-f", "has_key", ".", directory="two")
        self.refused(2, "run 1 was about", "undo", "1", directory="two")
        self.ok("undo", "one")
        self.assertEqual(self.read("one/a.py"), OLD)
        self.refused(2, "does not exist", "undo", "nowhere")

    def test_keeps_the_journal_out_of_the_sources(self):
        self.make("a.py")
        self.ok("-w", "-f", "has_key", "a.py")
        self.assertEqual(os.listdir(self.top), ["a.py"])
        self.assertEqual(os.listdir(os.path.join(self.home, "state/py3k")), ["run-1"])

    def test_keeps_the_journal_in_the_git_directory(self):
        self.repository(["app/a.py"])
        self.ok("-w", "-f", "has_key", "a.py", directory="app")
        self.assertEqual(os.listdir(self.path(".git/py3k")), ["run-1"])
        self.assertFalse(os.path.exists(os.path.join(self.home, "state")))
        self.assertEqual(self.git("status", "--porcelain"), " M app/a.py\n")
        self.ok("undo")
        self.assertEqual(self.git("status", "--porcelain"), "")

    def test_writes_no_file_that_it_cannot_record(self):
        self.make("a.py")
        with open(os.path.join(self.home, "file"), "w"):
            pass
        state = os.path.join(self.home, "file")
        done = self.refused(3, "a.py: failed: can't be recorded for `py3k undo`", "-w", "-f", "has_key", "a.py",
                            XDG_STATE_HOME=state)
        self.assertIn("--no-journal", done.stderr)
        self.assertEqual(self.read("a.py"), OLD)
        self.refused(2, "there is no place for a journal", "-w", "a.py", XDG_STATE_HOME="", HOME="")
        self.ok("-w", "-f", "has_key", "--no-journal", "a.py", XDG_STATE_HOME=state)
        self.assertEqual(self.read("a.py"), NEW)
        self.refused(2, "no run is recorded", "undo")

    def test_records_only_what_is_written_in_place(self):
        self.make("a.py")
        self.ok("-f", "has_key", "a.py")
        self.ok("-w", "-o", "out", "-f", "has_key", "a.py")
        self.ok("-w", "--add-suffix", "3", "-f", "has_key", "a.py")
        self.refused(2, "no run is recorded", "undo")

    def test_a_killed_run_can_be_undone(self):
        originals = {}
        for number in range(400):
            name = "d%d/f%d.py" % (number % 5, number)
            originals[name] = OLD * (number % 40 + 1)
            self.make(name, originals[name])
        process = subprocess.Popen([PY3K, "-w", "-q", "-j2", "-f", "has_key", "."], cwd=self.top, env=self.environment)
        while process.poll() is None and not any(self.read(name) != text for name, text in originals.items()):
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.ok("undo")
        for name, text in originals.items():
            self.assertEqual(self.read(name), text, name)


class GitFilterTest(Workflow):
    def test_since_takes_what_changed(self):
        self.repository(["same.py", "changed.py", "app/gone.py", "app/committed.py"])
        self.git("tag", "start")
        self.make("app/committed.py", OLD + OLD)
        self.commit()
        self.make("changed.py", OLD + "\n")
        os.remove(self.path("app/gone.py"))
        self.make("app/new.py")
        self.make("app/staged.py")
        self.git("add", "app/staged.py")
        self.make(".gitignore", "ignored.py\n")
        self.make("ignored.py")
        self.assertEqual(self.names("--since", "start"), ["app/committed.py", "app/new.py", "app/staged.py", "changed.py"])
        self.assertEqual(self.names("--since", "HEAD"), ["app/new.py", "app/staged.py", "changed.py"])
        self.assertEqual(self.names("--since", "HEAD~1", "app"), ["app/committed.py", "app/new.py", "app/staged.py"])
        self.assertEqual(self.names("--since", "main", ".", directory="app"), ["new.py", "staged.py"])
        self.assertEqual(self.names("--staged"), ["app/staged.py"])

    def names(self, *arguments, **more):
        done = self.ok("-f", "has_key", *arguments, **more)
        return re.findall(r"(?m)^--- (.*)$", done.stdout)

    def test_wrong_inputs(self):
        self.make("a.py")
        self.refused(2, "a.py is in no git repository", "--since", "HEAD", ".")
        self.refused(2, "a.py is in no git repository", "--staged")
        self.repository(["a.py"])
        self.refused(2, "there is no revision nowhere", "--since", "nowhere", "a.py")
        self.refused(2, "--since can't be empty", "--since", "", "a.py")
        self.refused(2, "--since and --staged don't go together", "--since", "HEAD", "--staged", "a.py")
        self.refused(2, "standard input is in no git repository", "--staged", "-")

    def test_an_empty_repository_has_no_revision(self):
        self.git("init", "-q")
        self.make("a.py")
        self.refused(2, "there is no revision HEAD", "--since", "HEAD", "a.py")
        self.assertIn("no Python files", self.ok("--staged").stderr)

    def test_overwrites_nothing_that_is_not_committed(self):
        self.repository(["clean.py", "dirty.py", "staged.py", "nothing_to_do.py"])
        self.make("nothing_to_do.py", "x = 2\n")
        self.make("dirty.py", OLD + "x = 1\n")
        self.make("staged.py", OLD + "x = 1\n")
        self.make("new.py")
        self.git("add", "staged.py")
        done = self.refused(3, "dirty.py: skipped: has uncommitted changes; commit or stash them, or add --allow-dirty\n",
                            "-w", "-f", "has_key", ".")
        self.assertIn("new.py: skipped: is not in git", done.stderr)
        self.assertIn("staged.py: skipped: has staged changes", done.stderr)
        self.assertIn("5 files: 1 changed (1 change), 3 skipped\n", done.stderr)
        self.assertEqual((self.read("clean.py"), self.read("dirty.py"), self.read("new.py")), (NEW, OLD + "x = 1\n", OLD))
        # Nor does it ask, elsewhere or without -w.
        self.ok("-f", "has_key", "dirty.py")
        self.ok("-w", "-o", "out", "-f", "has_key", "dirty.py")
        self.ok("-w", "--allow-dirty", "-f", "has_key", ".")
        self.assertEqual(self.read("dirty.py"), NEW + "x = 1\n")

    def test_dirty_files_elsewhere_do_not_matter(self):
        self.repository(["app/a.py", "other.py"])
        self.make("other.py", "mine = 1\n")
        self.ok("-w", "-f", "has_key", "app")
        self.assertEqual(self.read("app/a.py"), NEW)

    def test_staged_files_are_converted_unless_changed_since(self):
        self.repository(["a.py", "b.py", "c.py"])
        for name in ("a.py", "b.py"):
            self.make(name, OLD + "x = 1\n")
        self.git("add", "-A")
        self.make("b.py", OLD + "x = 2\n")
        done = self.refused(3, "b.py: skipped: is not what is staged", "-w", "--staged", "-f", "has_key")
        self.assertIn("2 files: 1 changed", done.stderr)
        self.assertEqual((self.read("a.py"), self.read("b.py"), self.read("c.py")), (NEW + "x = 1\n", OLD + "x = 2\n", OLD))
        self.refused(3, "is not what is staged", "--check", "--staged", "-f", "has_key")
        self.ok("-w", "--staged", "--allow-dirty", "-f", "has_key")
        self.assertEqual(self.read("b.py"), NEW + "x = 2\n")

    def test_links_and_further_work_trees(self):
        self.repository(["a.py"])
        os.mkdir(self.path("../outside"))
        os.symlink(self.path("a.py"), self.path("../outside/link.py"))
        self.make("a.py", OLD + "x = 1\n")
        self.refused(3, "link.py: skipped: has uncommitted changes", "-w", "-f", "has_key", "../outside/link.py")
        self.git("worktree", "add", "-q", "../further")
        self.assertEqual(self.ok("--since", "HEAD", "-f", "has_key", "../further").stdout, "")
        self.ok("-w", "-f", "has_key", ".", directory="../further")
        self.assertEqual(self.names("--since", "HEAD", "-f", "ne", "../further"), [])
        self.ok("undo", directory="../further")
        self.assertEqual(self.read("../further/a.py"), OLD)

    def test_ignored_and_broken(self):
        self.repository(["a.py"])
        self.make(".gitignore", "build/\n")
        self.make("build/b.py")
        self.ok("-w", "-f", "has_key", "build/b.py")
        self.make(".git/HEAD", "nonsense")
        self.refused(3, "a.py: skipped: git can't", "-w", "--no-journal", "-f", "has_key", "a.py")
        self.refused(2, "git can't", "--since", "HEAD", "-f", "has_key", "a.py")
        self.ok("-w", "--allow-dirty", "-f", "has_key", "a.py")
        self.assertEqual(self.read("a.py"), NEW)


if __name__ == "__main__":
    unittest.main()
