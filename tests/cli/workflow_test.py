"""The steps of a migration, driven as users do: undo, git guards, plan, commits.  On a real disk, with a real git."""

import json
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
PRE_COMMIT = shutil.which("pre-commit")


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
        self.assertEqual(sorted(os.listdir(os.path.join(self.home, "state/py3k"))), ["lines-1", "run-1"])

    def test_keeps_the_journal_of_each_work_tree_apart_and_not_in_it(self):
        self.repository(["app/a.py"])
        self.ok("-w", "-f", "has_key", "a.py", directory="app")
        self.assertFalse(os.path.exists(self.path(".git/py3k")))
        trees = os.path.join(self.home, "state/py3k/trees")
        self.assertEqual([sorted(os.listdir(os.path.join(trees, tree))) for tree in os.listdir(trees)],
                         [["lines-1", "run-1"]])
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

    def test_status_chooses_too(self):
        self.repository(["a.py", "b.py"])
        self.make("b.py", OLD + OLD)
        self.make("c.py", OLD)
        self.git("add", "c.py")
        files = lambda *arguments: json.loads(self.ok("status", "--format", "json", *arguments).stdout)["total"]["files"]
        self.assertEqual([files(), files("--since", "HEAD"), files("--staged"), files("--staged", "a.py")], [3, 2, 1, 0])
        self.refused(2, "there is no revision nowhere", "status", "--since", "nowhere")

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


class ConvertedTest(Workflow):
    def test_what_is_done_is_guarded(self):
        self.make("app/a.py", "print 1\nif d.has_key(k): pass\n")
        self.make("app/b.py", "import urllib2\nx = unicode(raw_input())\n")
        self.make("lib/c.py", "def f(d):\n    return [k for k in d.iterkeys()]\n")
        self.ok("-w", "--from", "2", ".")
        self.make("py3k.toml", 'converted = ["."]\n')
        done = self.ok("--check", ".")
        self.assertEqual((done.stdout, done.stderr), ("", "3 files: 0 would change\n3 files only guarded: `converted` in py3k.toml\n"))
        self.make("app/a.py", "print 1\n" + self.read("app/a.py"))
        done = self.refused(1, "app/a.py:1:1: [converted", "--check", ".")
        self.assertEqual(done.stdout, "")
        self.make("py3k.toml", 'converted = ["lib/../app", ".//lib/"]\n')
        self.refused(1, "app/a.py:1:1: [converted", "--check", ".")
        self.assertIn("0 changed", self.ok("-w", ".").stderr)
        self.make("py3k.toml", 'target = "3.8"\nconverted = ["ap"]\n')
        self.refused(2, "py3k: py3k.toml:2:14: converted: there is no ap beside it", "-w", ".")


class OutputTest(Workflow):
    def test_never_writes_over_what_it_reads(self):
        self.make("in.py")
        self.make("app/b.py")
        self.make("app/tool", "#!/usr/bin/env python\n" + OLD)
        os.symlink(self.path("in.py"), self.path("link"))
        self.refused(2, "--output in.py is one of the files to convert; give it another name", "--output", "in.py", "in.py")
        self.refused(2, "is one of the files to convert", "--output", "link", "in.py")
        self.refused(2, "is one of the files to convert", "--output", "app/../app/b.py", ".")
        self.refused(2, "is one of the files to convert", "--output", "app/tool", "app")
        self.refused(2, "is one of the files to convert", "status", "--output", "in.py")
        self.assertEqual((self.read("in.py"), self.read("app/b.py")), (OLD, OLD))
        for _ in range(2):
            self.ok("--output", "report", "-f", "has_key", ".")
        self.assertIn("--- in.py", self.read("report"))

    def test_is_left_alone_by_commands_that_are_wrong(self):
        self.make("a.py")
        self.make("report", "mine\n")
        self.refused(2, "does not exist", "--check", "--baseline", "none.jsonl", "--output", "report", "a.py")
        self.refused(2, "status changes nothing", "status", "-w", "--output", "report")
        self.refused(2, "no use for --check", "plan", "--check", "--output", "report", "a.py")
        self.assertEqual(self.read("report"), "mine\n")

    def test_results_do_not_replace_their_inputs_from_elsewhere(self):
        self.repository(["a.py"])
        self.make("a.py", OLD + "x = 1\n")
        for place in (".", "./", self.top):
            self.refused(3, "is the input itself, and its result would replace it; leave out -o", "-w", "-o", place, "a.py")
        self.assertEqual(self.read("a.py"), OLD + "x = 1\n")


class PreCommitTest(Workflow):
    """The hook as .pre-commit-hooks.yaml has it, run by pre-commit itself."""

    def pre_commit(self):
        return subprocess.run([PRE_COMMIT, "run", "--color", "never"], cwd=self.top, capture_output=True, text=True,
                              check=False, env={**self.environment, "PATH": self.path("../bin") + os.pathsep
                                                + os.environ["PATH"]})

    def set_up_hooks(self):
        if PRE_COMMIT is None:
            self.skipTest("no pre-commit")
        with open(os.path.join(os.environ["PY3K_SOURCE_DIR"], ".pre-commit-hooks.yaml")) as file:
            hooks = [line for line in file.read().splitlines() if line and not line.startswith("#")]
        self.make(".pre-commit-config.yaml", "repos:\n- repo: local\n  hooks:\n" + "".join(
            "  " + line + "\n" for line in hooks))
        os.makedirs(self.path("../bin"))
        os.symlink(os.path.abspath(shutil.which(PY3K)), self.path("../bin/py3k"))

    def test_converts_what_is_staged(self):
        self.set_up_hooks()
        self.repository(["a.py", "b.py"])
        self.make("a.py", OLD + "x = 1\n")
        self.make("b.py", OLD + "mine = 1\n")
        self.git("add", "a.py")
        done = self.pre_commit()
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("files were modified by this hook", done.stdout)
        self.assertEqual((self.read("a.py"), self.read("b.py")), (NEW + "x = 1\n", OLD + "mine = 1\n"))
        self.git("add", "a.py")
        done = self.pre_commit()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.ok("undo")
        self.assertEqual(self.read("a.py"), OLD + "x = 1\n")

    def test_the_documentation_has_the_same_hook(self):
        source = os.environ["PY3K_SOURCE_DIR"]
        entry = "entry: py3k -w --allow-dirty --no-diffs\n"
        for name in (".pre-commit-hooks.yaml", "docs/ci.md"):
            with open(os.path.join(source, name)) as file:
                self.assertIn(entry, file.read(), name)


class PlanTest(Workflow):
    def plan(self, *arguments, **more):
        return self.ok("plan", "-f", "has_key", *arguments, **more).stdout

    def test_orders_and_names_commands(self):
        self.make("src/leaf/__init__.py", OLD)
        self.make("src/app/__init__.py", "import leaf.x\n" + OLD)
        self.make("src/app/fine.py", "x = 1\n")
        self.make("src/leaf/x.py", OLD)
        self.assertEqual(self.plan("--batch-lines", "2", "src"),
                         "# batch 1 of 2: 2 files, 2 changed lines: src/leaf/\npy3k -w --fix has_key src/leaf\n"
                         "# batch 2 of 2: 1 file, 1 changed line: src/app/\npy3k -w --fix has_key src/app\n")
        self.assertIn("py3k -w --fix has_key src\n", self.plan("src"))
        self.assertIn("py3k -w --fix has_key .\n", self.plan("--jobs", "2", ".", directory="src"))
        self.assertIn("py3k -w --fix has_key --target 2+3 --root src --safe src/leaf/__init__.py src/leaf/x.py\n",
                      self.plan("--target=2+3", "--root", "src", "--safe", "--exclude", "app", "src"))
        self.assertEqual(self.plan("src/app/fine.py"), "")

    def test_takes_over_which_configuration(self):
        self.make("strict.toml", 'nofix = ["ne"]\n')
        self.make("a.py", OLD + "if a <> b: pass\n")
        self.assertIn("py3k -w --config strict.toml --fix has_key a.py\n",
                      self.ok("plan", "--config", "strict.toml", "-f", "has_key", "a.py").stdout)
        self.assertIn("py3k -w --no-config a.py\n", self.ok("plan", "--no-config", "a.py").stdout)
        self.refused(2, "plan is for whole files; leave out -d", "plan", "-d", "a.py")

    def test_says_what_is_too_large(self):
        self.make("pkg/__init__.py", "")
        self.make("pkg/a.py", "from . import b\n" + OLD * 3)
        self.make("pkg/b.py", "from . import a\n" + OLD * 3)
        self.make("pkg/c.py", OLD * 9)
        text = self.plan("--batch-lines", "5", "pkg")
        self.assertIn("6 changed lines: pkg/\n# larger than 5 lines: 2 files that import each other\n"
                      "py3k -w --fix has_key pkg/a.py pkg/b.py\n", text)
        self.assertIn("# larger than 5 lines: a single file\npy3k -w --fix has_key pkg/c.py\n", text)

    def test_commands_can_be_pasted(self):
        names = ["-x.py", "my dir/it's.py", "undo", "$HOME.py"]
        for name in names:
            self.make(name)
        self.make("undo", "#!/usr/bin/env python\n" + OLD)
        script = self.plan("--batch-lines", "1", "./-x.py", "my dir/it's.py", "./undo", "$HOME.py")
        path = os.path.dirname(os.path.abspath(PY3K)) + os.pathsep + os.environ["PATH"]
        done = subprocess.run(["sh", "-e"], input=script, cwd=self.top, env={**self.environment, "PATH": path}, text=True,
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in names:
            self.assertIn(NEW, self.read(name))

    def test_json(self):
        self.make("a.py", OLD + "x\n" + OLD + OLD)
        self.make("fine.py", "x = 1\n")
        document = json.loads(self.plan("--format", "json", "--target", "3.8", "."))
        self.assertEqual(list(document), ["py3k", "target", "batch_lines", "batches", "summary"])
        self.assertEqual(document["batches"], [{
            "number": 1, "lines": 3, "changes": 3, "directories": ["./"],
            "files": [{"path": "a.py", "lines": 3, "changes": 3}], "note": "",
            "arguments": ["-w", "--fix", "has_key", "--target", "3.8", "."],
            "command": "py3k -w --fix has_key --target 3.8 ."}])
        self.assertEqual(document["summary"], {"files": 2, "changing": 1, "failed": 0})

    def test_wrong_inputs(self):
        self.make("a.py")
        self.make("bad.py", "x = (\n")
        self.refused(2, "plan needs files or directories", "plan")
        self.refused(2, "--batch-lines can't be 0", "plan", "--batch-lines", "0", "a.py")
        self.refused(2, "--batch-lines can't be many", "plan", "--batch-lines", "many", "a.py")
        self.refused(2, "plan writes nothing", "plan", "-w", "a.py")
        self.refused(2, "plan can't read standard input", "plan", "-")
        self.refused(2, "is in no git repository", "plan", "--since", "HEAD", "a.py")
        done = self.refused(3, "none.py: failed: does not exist\n", "plan", "-f", "has_key", "none.py", "a.py")
        self.assertIn("py3k -w --fix has_key a.py\n", done.stdout)
        self.refused(3, "bad.py: failed: ", "plan", "bad.py")


class CommitByTest(Workflow):
    def subjects(self):
        return self.git("log", "--reverse", "--format=%s").splitlines()[1:]

    def test_commits_by_directory(self):
        self.repository(["app/a.py", "app/b.py", "lib/c.py", "top.py"])
        self.make("lib/c.py", OLD + "if a <> b: pass\n")
        self.commit()
        done = self.ok("-w", "--commit-by", "directory", "-f", "has_key,ne", ".")
        self.assertEqual(self.subjects()[1:], ["py3k: ./ (1 file, 1 change)", "py3k: app/ (2 files, 2 changes)",
                                               "py3k: lib/ (1 file, 2 changes)"])
        self.assertEqual(self.git("log", "-1", "--format=%b"), "has_key: 1\nne: 1\n\n")
        self.assertEqual(self.git("log", "-1", "--format=%an <%ae> %cn"), "Ada <ada@example.org> Ada\n")
        self.assertEqual(self.git("status", "--porcelain"), "")
        start = re.search(r"3 commits; `git reset --keep (\w+)` takes them back\n", done.stderr).group(1)
        self.git("reset", "-q", "--keep", start)
        self.assertEqual(self.read("app/a.py"), OLD)
        self.assertIn("4 as before already", self.ok("undo").stderr)
        self.refused(2, "no run is recorded", "undo")

    def test_what_is_committed_by_steps_can_be_undone(self):
        self.repository(["a.py", "b.py"])
        self.make("b.py", OLD + "if a <> b: pass\n")
        self.commit()
        self.ok("-w", "--commit-by", "fixer", "-f", "has_key,ne", ".")
        self.assertIn("2 files put back", self.ok("undo").stderr)
        self.assertEqual((self.read("a.py"), self.read("b.py")), (OLD, OLD + "if a <> b: pass\n"))

    def test_commits_by_fixer(self):
        self.repository()
        self.make("app/a.py", OLD + "if a <> b: print a\n")
        self.make("app/sub/b.py", "if a <> b: pass\n")
        self.commit()
        done = self.ok("-w", "--commit-by", "fixer", "-f", "has_key,ne,print", ".", directory="app")
        self.assertEqual(self.subjects()[1:], ["py3k: has_key in app/ (1 file, 1 change)",
                                               "py3k: ne in app/ (2 files, 2 changes)",
                                               "py3k: print in app/ (1 file, 1 change)"])
        self.assertEqual(self.git("show", "HEAD~1:app/a.py"), NEW + "if a != b: print a\n")
        self.assertEqual(self.read("app/a.py"), NEW + "if a != b: print(a)\n")
        self.assertRegex(done.stderr, r"(?m)^[0-9a-f]{10} py3k: ne in app/ \(2 files, 2 changes\)$")

    def test_commits_by_fixer_what_overrides_ask_for(self):
        self.repository()
        self.make("app/a.py", OLD)
        self.make("old/b.py", "x = set([1, 2])\n")
        self.make("py3k.toml", 'fix = ["has_key"]\n[[override]]\npaths = ["old/"]\nfix = ["set_literal"]\n')
        self.commit()
        self.ok("-w", "--commit-by", "fixer", ".")
        self.assertEqual(sorted(self.subjects()[1:]), ["py3k: has_key in app/ (1 file, 1 change)",
                                                       "py3k: set_literal in old/ (1 file, 1 change)"])
        self.assertEqual((self.read("app/a.py"), self.read("old/b.py")), (NEW, "x = {1, 2}\n"))

    def test_commits_by_batch(self):
        self.repository(["app/__init__.py", "lib/__init__.py"])
        self.make("app/__init__.py", "import lib\n" + OLD)
        self.commit()
        self.ok("-w", "--commit-by", "batch", "--batch-lines", "1", "-f", "has_key", ".")
        self.assertEqual(self.subjects()[1:], ["py3k: batch 1, lib/ (1 file, 1 change)",
                                               "py3k: batch 2, app/ (1 file, 1 change)"])

    def test_commits_only_on_a_clean_tree(self):
        self.make("a.py")
        self.refused(2, "is in no git repository", "-w", "--commit-by", "fixer", "a.py")
        self.repository(["a.py", "b.py"])
        self.make("b.py", "x = 1\n")
        self.refused(2, "needs a clean tree, and there are uncommitted changes: b.py; commit or stash them", "-w",
                     "--commit-by", "fixer", "a.py")
        self.git("add", "b.py")
        self.refused(2, "uncommitted changes: b.py", "-w", "--commit-by", "batch", "a.py")
        self.commit()
        head = self.git("rev-parse", "HEAD")
        self.make(".git/MERGE_HEAD", head)
        self.refused(2, "a merge, rebase or the like is under way", "-w", "--commit-by", "directory", "a.py")
        os.remove(self.path(".git/MERGE_HEAD"))
        self.git("config", "--unset", "user.email")
        self.refused(2, "git does not know who you are", "-w", "--commit-by", "directory", "a.py")
        self.assertEqual((self.read("a.py"), self.git("rev-parse", "HEAD")), (OLD, head))
        self.ok("-w", "--commit-by", "directory", "-f", "has_key", "a.py", GIT_AUTHOR_EMAIL="b@example.org",
                EMAIL="c@example.org")
        self.assertEqual(self.git("log", "-1", "--format=%ae %ce"), "b@example.org c@example.org\n")

    def test_leaves_out_what_git_does_not_know(self):
        self.repository(["a.py"])
        self.make("new.py")
        self.refused(3, "new.py: skipped: is not in git", "-w", "--commit-by", "directory", "-f", "has_key", ".")
        self.assertEqual((self.read("a.py"), self.read("new.py")), (NEW, OLD))
        self.make(".gitignore", "ignored.py\n")
        self.make("ignored.py")
        self.git("add", ".gitignore")
        self.git("commit", "-qm", "ignore")
        done = self.py3k("-w", "--commit-by", "directory", "-f", "has_key", "ignored.py")
        self.assertEqual((done.returncode, self.read("ignored.py")), (2, OLD))
        self.assertIn("nothing was written: ignored.py is not in git", done.stderr)

    def test_nothing_to_commit(self):
        self.repository(["a.py"])
        self.make("a.py", "x = 1\n")
        self.commit()
        self.ok("-w", "--commit-by", "fixer", "a.py")
        self.assertEqual(len(self.subjects()), 1)

    def test_a_commit_that_fails_leaves_its_files_as_they_were(self):
        self.repository(["a/a.py", "b/b.py"])
        shutil.rmtree(self.path(".git/objects/info"), ignore_errors=True)
        # Once the first is committed the branch can't move any more: its lock is taken.
        self.make(".git/refs/heads/main.lock", "")
        done = self.refused(3, "py3k: the next commit failed: can't be committed", "-w", "--commit-by", "directory", "-f",
                            "has_key", ".")
        self.assertNotIn("takes them back", done.stderr)
        os.remove(self.path(".git/refs/heads/main.lock"))
        self.assertEqual(self.git("status", "--porcelain"), "")
        self.assertEqual((self.read("a/a.py"), self.read("b/b.py")), (OLD, OLD))

    def test_wrong_options(self):
        self.repository(["a.py"])
        self.refused(2, "--commit-by can't be file; give fixer, directory or batch", "-w", "--commit-by", "file", "a.py")
        self.refused(2, "--commit-by commits what it writes; add -w", "--commit-by", "fixer", "a.py")
        self.refused(2, "--commit-by converts in place", "-w", "-o", "out", "--commit-by", "fixer", "a.py")
        self.refused(2, "--commit-by needs a clean tree", "-w", "--allow-dirty", "--commit-by", "fixer", "a.py")
        self.refused(2, "--commit-by can't go with -d", "-w", "-d", "--commit-by", "fixer", "a.py")


if __name__ == "__main__":
    unittest.main(verbosity=2)
