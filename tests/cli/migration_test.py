"""A migration from start to end: three packages of Python 2.7's library in one git repository.

plan, convert its first batch for 2.7 and 3, undo it, convert on batch by batch; and commits by fixer, directory and
batch, each of which parses, and whose sum is what one run makes.
"""

import filecmp
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
import pythons  # noqa: E402

PY3K = os.path.abspath(os.environ.get("PY3K", "py3k"))
PACKAGES = ("distutils", "email", "idlelib")
PYTHON2 = pythons.find_python2()

# Says which of the sources on standard input, each after a line with its size, are no Python 2.
CHECK_PYTHON2 = """
import sys
for line in iter(sys.stdin.readline, ''):
    try:
        compile(sys.stdin.read(int(line)), 'x', 'exec', 0, 1)
        sys.stdout.write('1')
    except (SyntaxError, TypeError):
        sys.stdout.write('0')
"""


def is_python3(source):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "x", "exec", dont_inherit=True)
        return True
    except (SyntaxError, ValueError):
        return False


def are_python2(sources):
    feed = b"".join(b"%d\n%s" % (len(source), source) for source in sources)
    out = subprocess.run([PYTHON2, "-c", CHECK_PYTHON2], input=feed, stdout=subprocess.PIPE, check=True).stdout
    return [mark == ord("1") for mark in out]


class Migration(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.home = os.path.join(cls.scratch.name, "home")
        os.mkdir(cls.home)
        cls.environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        cls.environment.update(HOME=cls.home, XDG_CONFIG_HOME=cls.home, GIT_CONFIG_NOSYSTEM="1",
                               PATH=os.path.dirname(PY3K) + os.pathsep + os.environ["PATH"],
                               PYTHONDONTWRITEBYTECODE="1")
        cls.origin = os.path.join(cls.scratch.name, "origin")
        library = pythons.library_of(PYTHON2)
        for package in PACKAGES:
            shutil.copytree(os.path.join(library, package), os.path.join(cls.origin, package),
                            ignore=shutil.ignore_patterns("*.pyc", "*.pyo", "__pycache__"))
        for arguments in (("init", "-q", "-b", "main"), ("config", "core.autocrlf", "false"), ("add", "-A"),
                          ("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-q", "-m", "start")):
            subprocess.run(["git", *arguments], cwd=cls.origin, env=cls.environment, check=True)
        cls.one_shot = {}

    def clone(self, name):
        top = os.path.join(self.scratch.name, name)
        subprocess.run(["git", "clone", "-q", self.origin, top], env=self.environment, check=True)
        for key, value in (("user.name", "Grace"), ("user.email", "grace@example.org")):
            subprocess.run(["git", "config", key, value], cwd=top, env=self.environment, check=True)
        return top

    def run_in(self, top, *command, code=0):
        done = subprocess.run(command, cwd=top, env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, code, done.stderr[-2000:])
        return done

    def converted_at_once(self, *options):
        """A tree in which one run has converted everything."""
        if options not in self.one_shot:
            top = self.clone("one-shot-%d" % len(self.one_shot))
            self.run_in(top, PY3K, "-w", "-q", *options, ".")
            self.one_shot[options] = top
        return self.one_shot[options]

    def assert_same_trees(self, one, other):
        names = self.run_in(one, "git", "ls-files", "-z").stdout.strip("\0").split("\0")
        _, mismatched, errors = filecmp.cmpfiles(one, other, names, shallow=False)
        self.assertEqual((mismatched, errors), ([], []))
        self.assertGreater(len(names), 150)


# --safe, because `print x,` leaves a softspace that the print function has not, and email's tests see it.
EQUAL = ("--target", "2+3", "--safe")


class PlanTest(Migration):
    def test_plan_and_convert_batch_by_batch(self):
        top = self.clone("plan")
        tests_before = self.email_tests(top)
        plan = (PY3K, "plan", *EQUAL, "--batch-lines", "20", ".")
        document = json.loads(self.run_in(top, *plan, "--format", "json").stdout)
        batches = document["batches"]
        self.assertEqual((document["target"], document["batch_lines"]), ("2+3", 20))
        self.assertGreater(len(batches), 3)
        for batch in batches:
            self.assertTrue(batch["lines"] <= 20 or batch["note"], batch["number"])
            self.assertEqual(batch["lines"], sum(file["lines"] for file in batch["files"]))
        commands = self.run_in(top, *plan).stdout.splitlines()
        self.assertEqual([line for line in commands if not line.startswith("#")], [b["command"] for b in batches])

        # The first batch: converts its files and no others, can be undone, and still is Python 2.
        for batch in batches:
            self.run_in(top, "sh", "-c", batch["command"])
            changed = self.run_in(top, "git", "diff", "--name-only").stdout.split()
            self.assertEqual(sorted(changed), sorted(file["path"] for file in batch["files"]))
            if batch["number"] == 1:
                self.run_in(top, PY3K, "undo")
                self.assertEqual(self.run_in(top, "git", "status", "--porcelain").stdout, "")
                self.run_in(top, "sh", "-c", batch["command"])
            sources = [pathlib.Path(top, name).read_bytes() for name in changed]
            self.assertEqual([name for name, fine in zip(changed, are_python2(sources)) if not fine], [])
            self.run_in(top, "git", "commit", "-qam", "batch %d" % batch["number"])
        self.assert_same_trees(top, self.converted_at_once(*EQUAL))
        self.assertEqual(self.email_tests(top), tests_before)
        again = self.run_in(top, *plan)
        self.assertEqual(again.stdout, "")
        self.assertIn("nothing to do", again.stderr)
        # All of it can be taken back, step by step.
        self.assertEqual(self.run_in(top, PY3K, "undo", "--list").stdout.count("\n"), len(batches[-20:]) + 1)
        for _ in batches[-20:]:
            self.run_in(top, PY3K, "undo")
        start = "HEAD~%d" % len(batches[-20:])
        self.assertEqual(self.run_in(top, "git", "diff", "--stat", start).stdout, "")

    def email_tests(self, top):
        run = "import sys; sys.path.insert(0, '.'); import unittest, email.test.test_email as t; " \
              "assert t.__file__.startswith('./email'), t.__file__; " \
              "r = unittest.TextTestRunner(stream=open('/dev/null', 'w')).run(t.suite()); " \
              "print r.testsRun, len(r.errors), len(r.failures)"
        return self.run_in(top, PYTHON2, "-c", run).stdout


class CommitTest(Migration):
    def test_by_fixer(self):
        log = self.commit_all("fixer", r"py3k: \w+( in [\w/]+/)? \(\d+ files?, \d+ changes?\)$")
        self.assertGreater(len(log), 15)
        self.assertTrue(any(line.startswith("py3k: has_key in ") for line in log), log)

    def test_by_directory(self):
        log = self.commit_all("directory", r"py3k: [\w./]+/ \(\d+ files?, \d+ changes?\)$")
        self.assertIn("distutils/command/", " ".join(log))

    def test_by_batch(self):
        self.commit_all("batch", r"py3k: batch \d+(, [\w/]+/)? \(\d+ files?, \d+ changes?\)$")

    def commit_all(self, how, subject):
        top = self.clone(how)
        start = self.run_in(top, "git", "rev-parse", "HEAD").stdout.strip()
        done = self.run_in(top, PY3K, "-w", "--commit-by", how, ".")
        self.assertEqual(self.run_in(top, "git", "status", "--porcelain").stdout, "")
        self.assert_same_trees(top, self.converted_at_once())
        log = self.run_in(top, "git", "log", "--reverse", "--format=%s", start + "..").stdout.splitlines()
        for line in log:
            self.assertRegex(line, subject)
        self.assertIn("%d commits; `git reset --keep %s` takes them back\n" % (len(log), start[:10]), done.stderr)
        authors = self.run_in(top, "git", "log", "--format=%an %ce", start + "..").stdout.splitlines()
        self.assertEqual(set(authors), {"Grace grace@example.org"})
        self.assert_each_commit_parses(top, start)
        return log

    def assert_each_commit_parses(self, top, start):
        """All that a commit touches is Python 2 or Python 3 after it."""
        raw = self.run_in(top, "git", "log", "--raw", "--no-abbrev", "--format=%s", start + "..").stdout
        blobs = {}
        subject = ""
        for line in raw.splitlines():
            if line.startswith(":"):
                blobs.setdefault(line.split()[3], (subject, line.split("\t")[1]))
            elif line:
                subject = line
        sources = {}
        for blob, where in blobs.items():
            source = subprocess.run(["git", "cat-file", "blob", blob], cwd=top, env=self.environment, check=True,
                                    stdout=subprocess.PIPE).stdout
            if not is_python3(source):
                sources[where] = source
        self.assertEqual([where for where, fine in zip(sources, are_python2(sources.values())) if not fine], [])


if __name__ == "__main__":
    if PYTHON2 is None or shutil.which("git") is None:
        pythons.skip("needs a Python 2.7 and git")
    unittest.main(verbosity=2)
