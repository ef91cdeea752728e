"""Drives the finished program at a terminal, as a person would: -i with each of its keys, the pager, the progress bar.

The terminal is a pseudo-terminal; nothing but the standard library is needed.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import stat
import struct
import subprocess
import tempfile
import termios
import time
import unittest

PY3K = os.environ.get("PY3K", "py3k")
PROMPT = "Make this change? [y,n,a,d,f,e,q,?] "
SECONDS = 60  # to wait for anything; machines may be busy


class Session:
    """A program on a terminal of its own. What it writes is kept in `screen`."""

    def __init__(self, arguments, directory, environment, columns=80):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.mode = termios.tcgetattr(self.slave)
        self.screen = ""
        self.seen = 0

        def own_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [PY3K, *arguments],
            cwd=directory,
            env=environment,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            preexec_fn=own_terminal,
        )

    def read(self, seconds):
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        self.screen += os.read(self.master, 65536).decode("utf-8", "replace").replace("\r\n", "\n")
        return True

    def expect(self, text):
        end = time.monotonic() + SECONDS
        while True:
            at = self.screen.find(text, self.seen)
            if at >= 0:
                self.seen = at + len(text)
                return
            if time.monotonic() > end or (self.process.poll() is not None and not self.read(0.2)):
                raise AssertionError(f"no {text!r} on the screen:\n{self.screen[self.seen:]}")
            self.read(0.2)

    def press(self, keys):
        os.write(self.master, keys.encode())

    def answer(self, key):
        self.expect(PROMPT)
        self.press(key)

    def finish(self):
        """The exit code, once all output is read."""
        end = time.monotonic() + SECONDS
        while self.process.poll() is None:
            if time.monotonic() > end:
                self.process.kill()
                raise AssertionError("does not end:\n" + self.screen)
            self.read(0.05)
        while self.read(0.05):
            pass
        self.final_mode = termios.tcgetattr(self.slave)
        return self.process.returncode

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)


class TerminalTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = scratch.name
        self.directory = os.path.join(self.root, "project")
        os.mkdir(self.directory)
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("PAGER", "PY3K_PAGER", "LESS", "VISUAL", "EDITOR", "NO_COLOR")
        }
        self.environment.update(TERM="xterm", HOME=self.root, XDG_STATE_HOME=os.path.join(self.root, "state"))

    def make(self, name, content):
        with open(os.path.join(self.directory, name), "w") as file:
            file.write(content)

    def read(self, name):
        with open(os.path.join(self.directory, name)) as file:
            return file.read()

    def start(self, *arguments, **keywords):
        session = Session(arguments, self.directory, self.environment, **keywords)
        self.addCleanup(session.close)
        return session

    def editor(self, script):
        """Makes $EDITOR a program that runs this on the file."""
        path = os.path.join(self.root, "editor")
        with open(path, "w") as file:
            file.write("#!/bin/sh\n" + script + "\n")
        os.chmod(path, stat.S_IRWXU)
        self.environment["EDITOR"] = path


class InteractiveTest(TerminalTest):
    def interactive(self, *arguments):
        return self.start("-i", "--from", "2", "--color", "never", "-j", "1", *arguments, ".")

    def test_takes_keys_without_enter_and_puts_the_terminal_back(self):
        self.make("a.py", "x <> y\nprint x\nz = 10L\n")
        session = self.interactive()
        session.answer("y")
        session.expect("y\n")
        session.answer("n")
        session.answer("y")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertIn("@@ -1,3 +1,3 @@ ne\n-x <> y\n+x != y\n print x\n z = 10L\n(1/3) " + PROMPT, session.screen)
        self.assertIn("1 file changed: 2 changes accepted, 1 declined\n", session.screen)
        self.assertEqual(self.read("a.py"), "x != y\nprint x\nz = 10\n")
        self.assertEqual(session.mode, session.final_mode)

    def test_keys_typed_ahead_are_taken_in_order(self):
        self.make("a.py", "x <> y\nprint x\nz = 10L\n")
        session = self.interactive()
        session.press("nyn")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(self.read("a.py"), "x <> y\nprint(x)\nz = 10L\n")

    def test_a_and_d_decide_about_fixers_and_f_about_the_file(self):
        for name in ("a.py", "b.py"):
            self.make(name, "x <> y\nprint x\nprint 1\nz = 10L\n")
        self.make("c.py", "x <> y\nz = 10L\nprint 1\nq = `x`\n")
        session = self.interactive()
        session.answer("a")  # ne, everywhere
        session.answer("d")  # no print, anywhere
        session.answer("n")  # 10L in a.py
        session.answer("f")  # 10L in b.py, and all else there
        session.answer("f")  # the same in c.py: 10L and the backticks
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(session.screen.count(PROMPT), 5)
        self.assertEqual(self.read("a.py"), "x != y\nprint x\nprint 1\nz = 10L\n")
        self.assertEqual(self.read("b.py"), "x != y\nprint x\nprint 1\nz = 10\n")
        self.assertEqual(self.read("c.py"), "x != y\nz = 10\nprint 1\nq = repr(x)\n")

    def test_e_edits_until_it_is_python(self):
        self.make("a.py", "print x\nz = 10L\n")
        self.editor("if [ -e ../again ]; then sed -i 's/print(x)/print(x, 1)/' \"$1\"; else sed -i 's/print(x)/print((x/' \"$1\"; fi; touch ../again")
        session = self.interactive()
        session.answer("e")
        session.expect("(not done: the result would not be Python 3")
        session.answer("e")
        session.answer("n")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(self.read("a.py"), "print(x, 1)\nz = 10L\n")
        self.assertEqual(session.mode, session.final_mode)

    def test_question_mark_explains_and_odd_keys_show_the_keys(self):
        self.make("a.py", "x <> y\n")
        session = self.interactive()
        session.answer("?")
        session.expect("ne: group python2, safe")
        session.expect("https://docs.python.org/")
        session.expect("  q  write what was accepted, and stop\n")
        session.answer("\x1b[A")  # an arrow: one key
        session.expect("  q  write what was accepted, and stop\n")
        session.answer("y")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(session.screen.count(PROMPT), 3)
        self.assertEqual(self.read("a.py"), "x != y\n")

    def test_q_writes_and_stops_and_the_next_session_goes_on(self):
        self.make("a.py", "x <> y\nprint raw_input()\nz = 10L\n")
        self.make("b.py", "x <> y\n")
        session = self.interactive()
        session.answer("n")
        session.answer("y")
        session.answer("q")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(self.read("a.py"), "x <> y\nprint(input())\nz = 10L\n")
        plain = subprocess.run(
            [PY3K, "-w", "a.py"], cwd=self.directory, env=self.environment, capture_output=True, text=True, check=False
        )
        self.assertIn("a.py: skipped: -i has converted part of it; go on with -i", plain.stderr)
        session = self.interactive()
        session.answer("y")
        session.expect("b.py")
        session.answer("y")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(self.read("a.py"), "x <> y\nprint(input())\nz = 10\n")
        self.assertEqual(self.read("b.py"), "x != y\n")
        session = self.interactive("--ask-again")
        session.answer("y")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(self.read("a.py"), "x != y\nprint(input())\nz = 10\n")

    def test_ctrl_c_writes_nothing_of_the_file_and_puts_the_terminal_back(self):
        self.make("a.py", "x <> y\nprint x\n")
        for key, number in (("\x03", signal.SIGINT), ("\x1c", signal.SIGQUIT)):
            session = self.interactive()
            session.answer("y")
            session.answer(key)
            self.assertEqual(session.finish(), -number, session.screen)
            self.assertEqual(session.mode, session.final_mode)
        session = self.interactive()
        session.expect(PROMPT)
        session.process.send_signal(signal.SIGTERM)
        self.assertEqual(session.finish(), -signal.SIGTERM)
        self.assertEqual(session.mode, session.final_mode)
        self.assertEqual(self.read("a.py"), "x <> y\nprint x\n")

    def test_ctrl_d_is_as_good_as_q(self):
        self.make("a.py", "x <> y\nprint x\n")
        session = self.interactive()
        session.answer("y")
        session.answer("\x04")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertEqual(self.read("a.py"), "x != y\nprint x\n")

    def test_asks_about_what_is_committed_or_its_own_and_can_be_undone(self):
        if not shutil.which("git"):
            self.skipTest("git is not installed")
        before = "x <> y\nprint x\n"
        self.make("a.py", before)
        self.make("b.py", "x <> y\n")
        for command in ("init -q", "add .", "-c user.name=x -c user.email=x@localhost commit -q -m x"):
            subprocess.run(["git", *command.split()], cwd=self.directory, env=self.environment, check=True)
        self.make("b.py", "x <> y\n# theirs\n")
        session = self.interactive()
        session.answer("y")
        session.answer("q")
        self.assertEqual(session.finish(), 0, session.screen)
        session = self.interactive()
        session.answer("y")
        session.expect("b.py: skipped: ")
        self.assertEqual(session.finish(), 3, session.screen)
        self.assertEqual(self.read("a.py"), "x != y\nprint(x)\n")
        self.assertEqual(self.read("b.py"), "x <> y\n# theirs\n")
        for _ in range(2):
            subprocess.run([PY3K, "undo"], cwd=self.directory, env=self.environment, check=True, capture_output=True)
        self.assertEqual(self.read("a.py"), before)

    def test_needs_a_terminal(self):
        self.make("a.py", "x <> y\n")
        done = subprocess.run(
            [PY3K, "-i", "a.py"], cwd=self.directory, input="y", capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 2)
        self.assertEqual(
            done.stderr, "py3k: -i needs a terminal; without one, choose fixers with -f and -x, or add --safe\n"
        )
        self.assertEqual(self.read("a.py"), "x <> y\n")

    def test_shows_changed_words_in_colour(self):
        self.make("a.py", "if d.has_key(k): pass\n")
        session = self.start("-i", ".")
        session.answer("q")
        session.finish()
        self.assertIn("\x1b[32m+if k\x1b[7m in \x1b[27md: pass\x1b[0m", session.screen)


class PagerTest(TerminalTest):
    def paged(self, pager, *arguments, **keywords):
        self.make("a.py", "x <> y\n")
        if pager is not None:
            self.environment["PY3K_PAGER"] = pager
        return self.start("--color", "never", *arguments, "a.py", **keywords)

    def test_shows_diffs_through_the_pager_and_totals_after_it(self):
        session = self.paged("sed 's/^/P:/'")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertIn("P:@@ -1 +1 @@ ne\nP:-x <> y\nP:+x != y\n1 file: 1 would change", session.screen)

    def test_what_failed_and_is_left_comes_after_the_pager(self):
        self.make("0.py", "print (\n")
        self.make("z.py", "import os\nos.spawnvp()\nprint (\n")
        session = self.paged("sed 's/^/P:/'", ".")
        self.assertEqual(session.finish(), 3, session.screen)
        after = session.screen.rpartition("P:")[2]
        for text in ("0.py: failed: ", "z.py: failed: ", "3 files: 1 would change"):
            self.assertIn(text, after)

    def test_without_a_diff_there_is_no_pager_and_nothing_is_lost(self):
        self.make("0.py", "print (\n")
        self.environment["PY3K_PAGER"] = "sed 's/^/P:/'"
        session = self.start("0.py")
        self.assertEqual(session.finish(), 3, session.screen)
        self.assertRegex(session.screen, r"^[^\n]*0.py[^\n]*failed[^\n]*: line 1: [^\n]*\n1 file: 0 would change")

    def test_pager_is_the_second_choice_and_cat_is_none(self):
        self.environment["PAGER"] = "sed 's/^/Q:/'"
        session = self.paged(None)
        session.finish()
        self.assertIn("Q:+x != y\n", session.screen)
        session = self.paged("cat")
        session.finish()
        self.assertIn("\n+x != y\n", session.screen)

    def test_is_not_used_where_it_is_not_wanted(self):
        for arguments in (("--no-pager",), ("-q", "-w"), ("-w",), ("--no-diffs",), ("--format", "json")):
            session = self.paged("sed 's/^/P:/'", *arguments)
            self.assertEqual(session.finish(), 0)
            self.assertNotIn("P:", session.screen)
        self.make("a.py", "x <> y\n")
        done = subprocess.run(
            [PY3K, "a.py"], cwd=self.directory, env=self.environment, capture_output=True, text=True, check=False
        )
        self.assertTrue(done.stdout.startswith("--- a.py\n"))

    def test_plain_output_where_it_cannot_be_started(self):
        session = self.paged("/no/such/pager --option")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertIn("+x != y\n1 file: 1 would change", session.screen)

    def test_leaving_it_early_is_no_error(self):
        self.make("b.py", "x <> y\n" * 8000)
        self.make("c.py", "x <> y\n")
        self.environment["PY3K_PAGER"] = "head -n 1"
        session = self.start("--color", "never", ".")
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertRegex(session.screen, r"^--- b.py\n2 files: 2 would change [^\n]*\n$")

    def test_less_is_the_default(self):
        if subprocess.run(["sh", "-c", "command -v less"], capture_output=True, check=False).returncode != 0:
            self.skipTest("less is not installed")
        session = self.paged(None)
        self.assertEqual(session.finish(), 0, session.screen)
        self.assertIn("+x != y", session.screen)
        self.make("a.py", "x <> y\n\n\n\n\n\n\n\n" * 50)
        session = self.start("a.py")
        session.expect("\x1b[7m!=\x1b[27m")
        time.sleep(0.3)
        self.assertIsNone(session.process.poll(), "less ends only where all fits on the screen")
        session.press("q")
        self.assertEqual(session.finish(), 0, session.screen)

    def test_check_still_tells(self):
        session = self.paged("sed 's/^/P:/'", "--check")
        self.assertEqual(session.finish(), 1, session.screen)

    def test_stat_fits_the_terminal(self):
        self.make("n" * 70 + ".py", "x <> y\n" * 300)
        session = self.start("--stat", "--color", "never", "--no-pager", ".", columns=60)
        self.assertEqual(session.finish(), 0)
        lines = session.screen.splitlines()
        self.assertTrue(all(len(line) <= 60 for line in lines if " | " in line), session.screen)
        self.assertIn(" 1 file changed, 300 insertions(+), 300 deletions(-)", lines)


class ProgressTest(TerminalTest):
    def make_many(self):
        for number in range(200):  # a bar shows after half a second only
            self.make(f"f{number}.py", "print 'x' % {'a': d.has_key(1)}\n" * 1000)

    def test_a_bar_says_how_far_and_how_fast_and_what(self):
        self.make_many()
        session = self.start("-w", "-j", "1", ".", columns=100)
        self.assertEqual(session.finish(), 0, session.screen)
        bar = re.search(r"\r\[(#*)(\.*)\] (\d+)/200 files, [\d.]+/s, \d+ (s|min) left  f\d+\.py\x1b\[K", session.screen)
        self.assertIsNotNone(bar, session.screen)
        self.assertEqual(len(bar[1]) + len(bar[2]), 20)
        self.assertIn("\r\x1b[K200 files: 200 changed", session.screen, "the bar is gone in the end")

    def test_quiet_has_none(self):
        self.make_many()
        session = self.start("-w", "-q", "-j", "1", ".")
        self.assertEqual(session.finish(), 0)
        self.assertEqual(session.screen, "")


if __name__ == "__main__":
    unittest.main(verbosity=2)
