"""What docs/trust.md promises, tried on a real disk: hostile names, links, journals, configurations, repositories, and runs
that are ended, or disturbed, at bad moments."""

import os
import pty
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

PY3K = os.environ.get("PY3K", "py3k")
OLD = "print 1\n"
NEW = "print(1)\n"


class Trust(unittest.TestCase):
    def setUp(self):
        self.top = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.top)
        self.tree = os.path.join(self.top, "tree")
        self.state = os.path.join(self.top, "state")
        os.mkdir(self.tree)
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "XDG_"))}
        self.env.update(HOME=self.top, XDG_STATE_HOME=self.state, GIT_CONFIG_NOSYSTEM="1", TERM="dumb", PY3K_PAGER="cat -")

    def path(self, *names):
        return os.path.join(self.tree, *names)

    def put(self, name, text=OLD):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())

    def get(self, name):
        with open(self.path(name), "rb") as file:
            return file.read().decode("utf-8", "surrogateescape")

    def py3k(self, *words, directory=".", limits=(), seconds=60):
        def limit():
            for what, number in limits:
                resource.setrlimit(what, (number, number))

        done = subprocess.run([PY3K, *words], cwd=self.path(directory), env=self.env, stdin=subprocess.DEVNULL,
                              capture_output=True, preexec_fn=limit, timeout=seconds, check=False)
        done.stdout, done.stderr = (text.decode(errors="surrogateescape") for text in (done.stdout, done.stderr))
        return done

    def ok(self, *words, code=0, **more):
        done = self.py3k(*words, **more)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def git(self, *words, directory="."):
        return subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e@x.org", *words],
                              cwd=self.path(directory), env=self.env, capture_output=True, text=True, check=True).stdout

    def repository(self, directory="."):
        os.makedirs(self.path(directory), exist_ok=True)
        self.git("init", "-q", directory=directory)
        self.git("config", "user.name", "n", directory=directory)
        self.git("config", "user.email", "e@x.org", directory=directory)

    def commit(self, directory="."):
        self.git("add", ".", directory=directory)
        self.git("commit", "-qm", "m", directory=directory)

    def screen(self, *words):
        """What a terminal gets to see."""
        words_at_terminal = [PY3K, *words]
        pid, master = pty.fork()
        if pid == 0:
            os.chdir(self.tree)
            os.execvpe(words_at_terminal[0], words_at_terminal, self.env)
        seen = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        os.close(master)
        os.waitpid(pid, 0)
        return seen


class Names(Trust):
    HOSTILE = ["a\ntouch PWNED; #b", "$(touch PWNED)", "`touch PWNED`", "';touch PWNED;'", "-w", " x ", "\x1b[2J", "a\rb"]

    def test_the_plan_runs_nothing_but_itself(self):
        for name in self.HOSTILE:
            self.put(os.path.join(name, "x.py"))
        plan = self.ok("plan", ".").stdout
        plan += self.ok("plan", "--batch-lines", "1", ".").stdout
        steps = plan.replace("py3k -w", shutil.which(PY3K) + " -w --no-journal")
        with open(self.path("steps.sh"), "w", errors="surrogateescape", encoding="utf-8", newline="") as file:
            file.write(steps)
        done = subprocess.run(["sh", "steps.sh"], cwd=self.tree, env=self.env, capture_output=True, text=True,
                              errors="surrogateescape", check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(os.path.exists(self.path("PWNED")))
        for name in self.HOSTILE:
            self.assertEqual(self.get(os.path.join(name, "x.py")), NEW, name)

    def test_a_terminal_gets_no_escapes_but_colours(self):
        self.put("a.py", b"print 1  # \x1b]0;TITLE\x07\x1b]52;c;eA==\x07\xe2\x80\xae\xc2\x9b2J\n")
        self.put("n\x1b[2J.py", "print '\n")
        self.put("py3k.toml", "")
        for options in (["--no-pager"], ["--no-pager", "--color=always"], ["--no-pager", "--stat"],
                        ["--no-pager", "-v"], ["--no-pager", "--format", "json"], ["--color=always"]):
            seen = self.screen(*options, ".").replace(b"\x1b[0m", b"").replace(b"\x1b[K", b"")
            for colour in (1, 7, 27, 31, 32, 33, 36):
                seen = seen.replace(b"\x1b[%dm" % colour, b"")
            for escape in (b"\x1b", b"\x07", b"\xe2\x80\xae", b"\xc2\x9b"):
                self.assertNotIn(escape, seen, options)
        self.ok("-w", "a.py")
        for words in (["undo", "--list", "-v"], ["plan", "."], ["status", "."], ["explain", "\x1b[2J"],
                      ["--config", "\x1b[2J.toml", "."]):
            self.assertNotIn(b"\x1b", self.screen(*words), words)
        self.put("py3k.toml", 'exclude = 1\n"\\u001b[2J" = 2\n')
        self.assertNotIn(b"\x1b", self.screen("."))
        # What goes elsewhere stays what it is: a diff can be applied.
        os.remove(self.path("py3k.toml"))
        self.ok("undo")
        self.assertIn("\x1b]0;", self.ok("a.py").stdout)


class Journals(Trust):
    def record(self):
        return os.path.join(self.state, "py3k", "run-1")

    def test_a_journal_that_comes_along_is_not_believed(self):
        self.put("home/.profile", "mine\n")
        self.repository("repo")
        self.put("repo/a.py")
        self.put("own/a.py")
        self.ok("-w", "own")
        os.makedirs(self.path("repo/.git/py3k"))
        shutil.copy(self.record(), self.path("repo/.git/py3k/run-1"))
        self.assertIn("no run is recorded", self.ok("undo", directory="repo", code=2).stderr)

    def test_a_linked_directory_of_a_repository_is_nobodys_journal(self):
        self.repository("repo")
        self.put("repo/a.py")
        self.commit("repo")
        os.mkdir(self.path("docs"))
        for number in range(1, 31):
            self.put("docs/run-%d" % number, "somebody's\n")
        os.symlink("../../docs", self.path("repo/.git/py3k"))
        self.ok("-w", ".", directory="repo")
        self.ok("undo", directory="repo")
        self.assertEqual(len(os.listdir(self.path("docs"))), 30)
        self.assertEqual(self.get("repo/a.py"), OLD)

    def test_damage_is_told_and_the_rest_put_back(self):
        for number in range(3):
            self.put("f%d.py" % number, "print %d\n" % number)
        self.ok("-w", "-j1", ".")
        with open(self.record(), "rb") as file:
            text = file.read()
        with open(self.record(), "wb") as file:
            file.write(text.replace(b"print 1", b"print 9"))
        done = self.ok("undo", code=3)
        self.assertIn("f1.py: left alone: its record in " + self.record() + " is damaged", done.stderr)
        self.assertEqual([self.get("f%d.py" % number) for number in range(3)], ["print 0\n", "print(1)\n", "print 2\n"])
        self.assertTrue(os.path.exists(self.record()))

    def test_undo_follows_no_link_that_came_since(self):
        self.put("d/a.py")
        self.put("other/a.py", NEW)
        self.ok("-w", "d")
        shutil.rmtree(self.path("d"))
        os.symlink("other", self.path("d"))
        self.assertIn("symbolic link", self.ok("undo", code=3).stderr)
        self.assertEqual(self.get("other/a.py"), NEW)

    def test_odd_numbers_are_no_runs(self):
        self.put("a.py")
        os.makedirs(os.path.join(self.state, "py3k"))
        for name in ("run-2147483647", "run-99999999999999999999", "run--5"):
            with open(os.path.join(self.state, "py3k", name), "w"):
                pass
        self.ok("-w", "a.py")
        self.ok("undo")
        self.assertEqual(self.get("a.py"), OLD)

    def test_two_undos_at_once(self):
        for number in range(20):
            self.put("f%d.py" % number)
        self.ok("-w", ".")
        both = [subprocess.Popen([PY3K, "undo"], cwd=self.tree, env=self.env, stderr=subprocess.PIPE) for _ in range(2)]
        ends = sorted((process.communicate(), process.returncode)[1] for process in both)
        self.assertIn(ends, ([0, 0], [0, 2]))
        self.assertEqual({self.get("f%d.py" % number) for number in range(20)}, {OLD})


class Links(Trust):
    def test_the_output_directory_is_not_left(self):
        self.put("p/x.py")
        self.put("in/p/x.py", "valuable\n")
        self.put("in/b/y.py")
        self.put("victim/z.py", "valuable\n")
        os.mkdir(self.path("in/a"))
        self.ok("-w", "-o", "out", "a/../../p/x.py", "b/y.py", directory="in")
        self.assertEqual(self.get("in/p/x.py"), "valuable\n")
        os.makedirs(self.path("out2"))
        os.symlink("../victim", self.path("out2/q"))
        self.put("src/q/z.py")
        self.assertIn("symbolic link", self.ok("-w", "-o", "out2", "src", code=3).stderr)
        self.assertEqual(self.get("victim/z.py"), "valuable\n")

    def test_a_configuration_names_nothing_outside_to_write(self):
        self.put("victim/known.json", "valuable\n")
        self.put("repo/a.py")
        os.symlink("../victim", self.path("repo/link"))
        for name in ("../victim/known.json", "link/known.json", self.path("victim/known.json"), "link/new/known.json"):
            self.put("repo/py3k.toml", 'baseline = "%s"\n' % name)
            done = self.ok("--check", "--update-baseline", ".", directory="repo", code=2)
            self.assertIn("has to lie below the configuration", done.stderr)
        self.assertEqual(self.get("victim/known.json"), "valuable\n")
        self.put("repo/py3k.toml", 'baseline = "known.json"\n')
        self.ok("--check", "--update-baseline", ".", directory="repo")

    def test_a_named_link_does_not_lead_out_of_the_work_tree_unseen(self):
        self.repository("repo")
        self.put("outside.py")
        os.symlink("../outside.py", self.path("repo/a.py"))
        self.git("add", "a.py", directory="repo")
        self.git("commit", "-qm", "m", directory="repo")
        done = self.ok("-w", "a.py", directory="repo", code=3)
        self.assertIn("lies outside of", done.stderr)
        self.assertEqual(self.get("outside.py"), OLD)

    def test_a_work_tree_elsewhere_does_not_disarm_the_guard(self):
        self.repository("repo")
        self.put("repo/new.py")
        os.mkdir(self.path("elsewhere"))
        self.git("config", "core.worktree", "../../elsewhere", directory="repo")
        self.ok("-w", ".", directory="repo", code=3)
        self.assertEqual(self.get("repo/new.py"), OLD)

    def test_nothing_is_committed_to_a_repository_that_is_not_its_own(self):
        self.repository("mine")
        self.put("mine/a.py")
        self.commit("mine")
        self.put("theirs/a.py")
        self.put("theirs/.git", "gitdir: ../mine/.git\n")
        before = self.git("log", "--format=%H", directory="mine")
        done = self.ok("-w", "--commit-by", "directory", ".", directory="theirs", code=2)
        self.assertIn("knows nothing of this directory", done.stderr)
        self.assertEqual(self.git("log", "--format=%H", directory="mine"), before)
        self.assertEqual(self.get("theirs/a.py"), OLD)

    def test_further_work_trees_can_be_committed_to(self):
        self.repository("repo")
        self.put("repo/a.py")
        self.commit("repo")
        self.git("worktree", "add", "-q", "../other", directory="repo")
        self.ok("-w", "--commit-by", "directory", ".", directory="other")
        self.assertIn("py3k:", self.git("log", "-1", "--format=%s", directory="other"))

    def test_nobody_waits_for_a_fifo(self):
        for name in (".gitignore", ".gitattributes", ".git/config", ".git/index", ".git/info/exclude", "sub/.gitignore",
                     ".git/included"):
            with self.subTest(name):
                shutil.rmtree(self.tree)
                os.mkdir(self.tree)
                self.repository()
                self.put("sub/a.py")
                self.commit()
                if name == ".git/included":
                    self.git("config", "include.path", "included")
                if os.path.exists(self.path(name)):
                    os.remove(self.path(name))
                os.mkfifo(self.path(name))
                self.py3k(".", seconds=20)
                done = self.py3k("-w", ".", seconds=20)
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn(os.path.basename(name), done.stderr)
                self.assertEqual(self.get("sub/a.py"), OLD)
        self.py3k("-w", "--allow-dirty", "sub/a.py", seconds=20)


class Moments(Trust):
    def test_an_edit_made_during_commits_is_kept(self):
        self.repository()
        for number in range(6):
            self.put("f%d.py" % number, "".join("print %d, %d\n" % (number, line) for line in range(3000)))
        self.commit()
        report = os.path.join(self.top, "report")
        os.mkfifo(report)
        process = subprocess.Popen([PY3K, "-w", "-j1", "--diff", "--commit-by", "directory", "--output", report, "."],
                                   cwd=self.tree, env=self.env, stderr=subprocess.PIPE, text=True)
        with open(report, "rb") as stream:
            stream.read(1)  # the first file is converted, and the pipe is not large enough for what is shown of it
            self.put("f0.py", "# an editor's work\n")
            while stream.read(65536):
                pass
        message = process.communicate()[1]
        self.assertEqual(process.returncode, 3, message)
        self.assertIn("f0.py: failed: has been changed by somebody else meanwhile", message)
        self.assertEqual(self.get("f0.py"), "# an editor's work\n")
        self.assertTrue(self.get("f5.py").startswith("print(5, 0)\n"))
        self.assertEqual(self.git("status", "--porcelain"), " M f0.py\n")

    def test_signals_leave_whole_files_and_nothing_else(self):
        names = ["f%02d.py" % number for number in range(60)]
        old = "".join("print %d\n" % line for line in range(200))
        for name in names:
            self.put(name, old)
        self.ok("-w", ".")
        new = self.get(names[0])
        self.ok("undo")
        moments = random.Random(5)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) * 4:
            process = subprocess.Popen([PY3K, "-w", "."], cwd=self.tree, env=self.env, stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0.02, 0.3))
            process.send_signal(number)
            self.assertIn(process.wait(), (0, -number))
            self.assertEqual(sorted(os.listdir(self.tree)), names)
            self.assertLessEqual({self.get(name) for name in names}, {old, new})
            self.py3k("undo")
            self.assertEqual({self.get(name) for name in names}, {old})

    def test_the_next_run_removes_what_a_killed_one_has_left(self):
        self.put("a.py")
        self.put(".py3k-999999-0.tmp", "half\n")
        self.ok("-w", "a.py")
        self.assertEqual(os.listdir(self.tree), ["a.py"])


class Limits(Trust):
    def test_few_open_files(self):
        for number in range(60):
            self.put("d%d/f.py" % (number % 7) if number % 3 else "f%d.py" % number)
        self.ok("-w", ".", limits=[(resource.RLIMIT_NOFILE, 20)])
        self.ok("undo", limits=[(resource.RLIMIT_NOFILE, 20)])

    def test_memory_that_runs_out_is_one_files_trouble(self):
        self.put("a.py")
        self.put("m.py", "print x\n" * 1000000)
        self.put("z.py")
        done = self.ok("-w", "-j1", ".", code=3, limits=[(resource.RLIMIT_AS, 1000000 << 10)])
        self.assertIn("m.py: failed: takes more memory than there is", done.stderr)
        self.assertNotIn("bad_alloc", done.stderr)
        self.assertEqual((self.get("a.py"), self.get("z.py")), (NEW, NEW))

    def test_what_is_too_large_is_not_read(self):
        with open(self.path("s.py"), "wb") as file:
            file.truncate(1 << 30)
        self.put("z.py")
        done = self.ok("-w", ".", code=3, limits=[(resource.RLIMIT_AS, 500 << 20)])
        self.assertIn("s.py: failed: is larger than 16 MB", done.stderr)
        self.assertEqual(self.get("z.py"), NEW)

    def test_depth(self):
        deep = 60000
        self.put("tuple.py", "def f(" + "(" * deep + "a" + ",)" * deep + "): print 1\n")
        self.put("parens.py", "print 1\nx = " + "(" * deep + "1" + ")" * deep + "\n")
        self.put("z.py")
        self.assertIn(self.py3k("-w", "-j1", ".").returncode, (0, 3))
        self.assertEqual(self.get("z.py"), NEW)
        for text in (".".join(["a"] * deep) + " = 1\n", "[" + ".".join(["a"] * deep) + "]\n",
                     "x = " + "{a=" * deep + "1" + "}" * deep + "\n", "x = " + "[" * deep + "\n"):
            self.put("py3k.toml", text)
            self.assertIn("py3k.toml", self.ok(".", code=2).stderr)
        # Dots in texts and comments are none of keys.
        self.put("py3k.toml", "# " + "." * 100 + "\nexclude = ['" + "a." * 100 + "', \"\"\"\n" + "a." * 100 + "\"\"\"]\n")
        self.ok("z.py")

    def test_a_working_directory_that_is_gone(self):
        self.put("gone/a.py")
        done = subprocess.run(["sh", "-c", 'cd gone && rm -r ../gone && exec "$0" -w ../b.py', PY3K], cwd=self.tree,
                              env=self.env, capture_output=True, text=True, check=False)
        self.assertIn(done.returncode, (2, 3), done.stderr)


class Access(Trust):
    def test_who_may_read_it_is_who_might_before(self):
        self.put("a.py")
        for mode in (0o400 | 0o200, 0o640, 0o660, 0o755):
            os.chmod(self.path("a.py"), mode)
            self.ok("-w", "a.py")
            self.assertEqual(stat.S_IMODE(os.stat(self.path("a.py")).st_mode), mode)
            self.ok("undo")
            self.assertEqual(stat.S_IMODE(os.stat(self.path("a.py")).st_mode), mode)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
