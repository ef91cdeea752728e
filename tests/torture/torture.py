"""Sweeps: the same run over and over, each time with something else in its way. Case 17 of a sweep is the same each time.

    torture.py SWEEP [--cases FROM:TO] [--minutes M]     prints what is wrong, and how to see it again; exit code 1 then

    faults           one call of the system fails (strace), of a run with -w, -o, --commit-by, --update-baseline or of undo
    kills            a run is killed at some moment; another one finishes its work; undo gives all back
    signals          a run is ended by SIGINT and the like at some moment
    together         two runs over the same files at once
    configurations   configurations that are meant to break who reads them

What is never to be: a file that has neither its old nor its new text, a temporary file or lock that stays, a run that says nothing
of what it has not done, an undo that does not give back what was there.
"""

import argparse
import collections
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PY3K = os.path.abspath(os.environ.get("PY3K", "py3k"))
PROGRAM = """# file %(i)d
import os, sys
def f(d, x):
    for k, v in d.iteritems():
        print k, v, %(i)d
    if d.has_key(x):
        print >>sys.stderr, "x", `x`
    raise ValueError, "no %(i)d"
"""
# Not brk: the kernel's never gives an error, and the C library takes one for an address.
ERRORS = {
    "openat": ["EACCES", "EIO", "ENOSPC", "EMFILE", "EINTR", "EDQUOT"], "read": ["EIO", "EINTR", "EACCES"],
    "pread64": ["EIO", "EINTR"], "write": ["ENOSPC", "EIO", "EDQUOT", "EINTR"], "writev": ["ENOSPC", "EIO", "EDQUOT"],
    "fsync": ["EIO", "ENOSPC"], "rename": ["EIO", "ENOSPC", "EACCES", "EDQUOT"], "renameat": ["EIO", "ENOSPC"],
    "link": ["EIO", "ENOSPC"], "linkat": ["EIO", "ENOSPC"], "close": ["EIO", "ENOSPC", "EINTR"],
    "unlink": ["EIO", "EACCES"], "unlinkat": ["EIO", "EACCES"], "fstat": ["EIO", "EACCES"],
    "newfstatat": ["EIO", "EACCES"], "mkdir": ["ENOSPC", "EACCES", "EIO"], "fchmod": ["EIO", "EPERM"],
    "fchown": ["EPERM", "EIO"], "flock": ["EIO", "EINTR"], "fcntl": ["EIO"], "getdents64": ["EIO", "EACCES"],
    "readlink": ["EIO", "EACCES"], "getcwd": ["EIO", "ENOENT"], "mmap": ["ENOMEM"], "mprotect": ["ENOMEM"],
    "ftruncate": ["EIO"], "getxattr": ["EIO", "EPERM"], "fsetxattr": ["ENOSPC", "EPERM"]}
COMMANDS = {
    "write": ["-w", "-j1", "."], "undo": ["undo"], "output": ["-w", "-j1", "-o", "../out", "."],
    "commit": ["-w", "-j1", "--commit-by", "fixer", "."], "baseline": ["-j1", "--baseline", "b.json", "--update-baseline", "."]}


class Bench:
    """A directory of files to convert, as often as one likes."""

    def __init__(self, count, git=False):
        self.top = tempfile.mkdtemp()
        self.base, self.tree, self.out = (os.path.join(self.top, name) for name in ("base", "tree", "out"))
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.top, "XDG_STATE_HOME": os.path.join(self.top, "state"),
                            "LC_ALL": "C.UTF-8", "TERM": "dumb", "GIT_CONFIG_NOSYSTEM": "1"}
        os.mkdir(self.base)
        self.names = ["f%d.py" % i for i in range(count)]
        for i, name in enumerate(self.names):
            with open(os.path.join(self.base, name), "w", encoding="utf-8") as file:
                file.write(PROGRAM % {"i": i} * (1 + 7 * i % 40))
        if git:
            for words in (["init", "-q"], ["config", "user.name", "n"], ["config", "user.email", "e@x.org"], ["add", "."],
                          ["commit", "-qm", "m"]):
                self.git(*words, where=self.base)
        self.old = self.read(self.base)
        self.fresh()
        start = time.time()
        self.run(COMMANDS["write"][:1] + ["."])
        self.took = time.time() - start
        self.new = self.read()

    def git(self, *words, where=None):
        return subprocess.run(["git"] + list(words), cwd=where or self.tree, env=self.environment, capture_output=True,
                              text=True, check=False)

    def fresh(self):
        for path in (self.tree, self.environment["XDG_STATE_HOME"], self.out):
            shutil.rmtree(path, ignore_errors=True)
        subprocess.run(["cp", "-a", self.base, self.tree], check=True)  # with its times, which git looks at

    def start(self, words):
        return subprocess.Popen([PY3K] + words, cwd=self.tree, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, words, around=()):
        return subprocess.run(list(around) + [PY3K] + words, cwd=self.tree, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, errors="replace", timeout=120, check=False)

    def read(self, where=None):
        texts = {}
        for name in self.names:
            try:
                with open(os.path.join(where or self.tree, name), "rb") as file:
                    texts[name] = file.read()
            except OSError as error:
                texts[name] = str(error)
        return texts

    def damaged(self):
        now = self.read()
        return ["%s has neither its old nor its new text" % name for name in self.names
                if now[name] not in (self.old[name], self.new[name])]

    def left_over(self):
        found = []
        for top, _, files in os.walk(self.top):
            if not top.startswith((self.tree, self.out)):
                continue
            found += ["%s is left over" % name for name in files if name.endswith((".tmp", ".lock"))]
        return found

    def undone_to(self, texts, what):
        done = self.run(["undo"])
        if done.returncode == 0 and self.read() == texts:
            return []
        return ["undo of %s does not give back what was there: %d %s" % (what, done.returncode, done.stderr[-300:])]

    def finished(self):
        """What is wrong with a run that finishes the work of another, and with undoing both."""
        before = self.read()
        if before == self.new:
            return self.undone_to(self.old, "the run")
        # What a run before has written is not committed.
        done = self.run(["-w", "--allow-dirty", "."])
        wrong = [] if self.read() == self.new else ["a second run does not finish: %s" % done.stderr[-300:]]
        wrong += self.undone_to(before, "the second run")
        return wrong + (self.undone_to(self.old, "the first run") if before != self.old else [])


# --- faults

class Faults:
    def __init__(self):
        self.benches = {"commit": Bench(4, git=True)}
        self.plain = Bench(6)
        self.calls = {}

    def prepared(self, command):
        bench = self.benches.get(command, self.plain)
        bench.fresh()
        if command == "undo":
            bench.run(COMMANDS["write"])
        return bench

    def calls_of(self, command):
        if command not in self.calls:
            bench = self.prepared(command)
            trace = os.path.join(bench.top, "trace")
            bench.run(COMMANDS[command], ["strace", "-f", "-o", trace])
            with open(trace, errors="replace", encoding="utf-8") as file:
                found = [re.match(r"\d+ +(\w+)\(", line) for line in file]
            counts = collections.Counter(match.group(1) for match in found if match)
            self.calls[command] = [(name, n + 1) for name in sorted(ERRORS) for n in range(counts[name])]
        return self.calls[command]

    def case(self, number):
        chance = random.Random(number)
        command = chance.choice(sorted(COMMANDS))
        name, n = chance.choice(self.calls_of(command))
        rule = "inject=%s:error=%s:when=%d" % (name, chance.choice(ERRORS[name]), n)
        bench = self.prepared(command)
        done = bench.run(COMMANDS[command], ["strace", "-f", "-o", "/dev/null", "-e", "trace=" + name, "-e", rule])
        wrong = bench.left_over() + self.wrong_end(bench, command, done)
        # Between two commits a file is neither what it was nor what it will be, but what was committed.
        wrong += self.wrong_repository(bench) if command == "commit" else bench.damaged() + self.wrong_later(bench, command)
        return ["%s, %s: %s" % (command, rule, what) for what in wrong]

    @staticmethod
    def wrong_end(bench, command, done):
        if "error while loading shared libraries" in done.stderr or done.returncode == 127:
            return []  # the loader's calls are none of ours
        if done.returncode not in (0, 1, 2, 3):
            return ["exit code %d: %s" % (done.returncode, done.stderr[-300:])]
        if done.returncode in (2, 3):
            return [] if done.stderr.strip() else ["exit code %d, and no word" % done.returncode]
        goal = {"write": bench.new, "undo": bench.old}.get(command)
        return ["exit code 0, and not all is done"] if goal is not None and bench.read() != goal else []

    @staticmethod
    def wrong_repository(bench):
        status = bench.git("status", "--porcelain").stdout.strip()
        fsck = bench.git("fsck", "--no-dangling")
        return (["git status: " + status] if status else []) + (["git fsck: " + fsck.stderr] if fsck.returncode else [])

    @staticmethod
    def wrong_later(bench, command):
        if command == "undo":
            done = bench.run(["undo"]) if bench.read() != bench.old else None
            return [] if bench.read() == bench.old else ["a second undo does not finish: " + done.stderr[-300:]]
        return bench.finished() if command == "write" else []


# --- moments

class Kills:
    def __init__(self):
        self.bench = Bench(60)

    def case(self, number):
        bench = self.bench
        bench.fresh()
        process = bench.start(["-w", "."])
        time.sleep(random.Random(number).uniform(0, bench.took * 1.15))
        process.kill()
        process.communicate()
        return bench.damaged() + bench.finished() + bench.left_over()


class Signals:
    KINDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)

    def __init__(self):
        self.bench = Bench(60)

    def case(self, number):
        chance = random.Random(number)
        kind = chance.choice(self.KINDS)
        bench = self.bench
        bench.fresh()
        process = bench.start(["-w", "."])
        time.sleep(chance.uniform(0.01, bench.took))
        process.send_signal(kind)
        process.communicate()
        wrong = bench.damaged() + bench.left_over()
        if process.returncode not in (0, 128 + kind, -kind):
            wrong.append("exit code %d after %s" % (process.returncode, kind.name))
        return wrong + bench.finished()


class Together:
    def __init__(self):
        self.bench = Bench(40)

    def case(self, number):
        bench = self.bench
        chance = random.Random(number)
        kind = chance.choice(["write+write", "undo+undo", "write+undo"])
        bench.fresh()
        if kind != "write+write":
            bench.run(["-w", "."])
        words = {"write": ["-w", "."], "undo": ["undo"]}
        one, other = kind.split("+")
        processes = [bench.start(words[one])]
        time.sleep(chance.uniform(0, bench.took / 2))
        processes.append(bench.start(words[other]))
        ends = [process.communicate()[1].decode(errors="replace") for process in processes]
        wrong = bench.damaged() + bench.left_over()
        wrong += ["exit code %d: %s" % (process.returncode, end[-300:]) for process, end in zip(processes, ends)
                  if process.returncode not in (0, 2, 3)]
        if kind == "undo+undo" and bench.read() != bench.old:
            wrong.append("two undos have not undone all")
        if kind == "write+write":
            if bench.read() != bench.new:
                wrong.append("two runs have not done all")
            wrong += self.wrong_undo()
        return ["%s: %s" % (kind, what) for what in wrong]

    def wrong_undo(self):
        """As many undos as there are runs."""
        for _ in range(3):
            if self.bench.run(["undo"]).returncode == 2:
                break
        return [] if self.bench.read() == self.bench.old else ["undos do not give all back"]


# --- configurations

def configurations():
    deep, many = 100000, 1000000
    texts = [
        "exclude = " + "[" * many, "exclude = " + "[" * deep + "]" * deep, "exclude = " + "[" * 200 + "]" * 200,
        "override = " + "{a=" * deep + "1" + "}" * deep, ".".join(["a"] * 40000) + " = 1", ".".join(["a"] * many) + " = 1",
        "[" + ".".join(["a"] * deep) + "]\nx = 1", "[" * deep, "x = '''" + "a" * many, "exclude = [" + "'a'," * many + "]",
        "\n".join("k%d=1" % i for i in range(many)), "[[override]]\npaths=['a']\n" * deep,
        "\n".join("[[override]]\npaths=['**/a%d*']\ntarget='3.8'" % i for i in range(10000)),
        "exclude = ['" + "[a-z" * deep + "']", "exclude = ['" + "*a" * deep + "']", "converted = ['" + "**/" * 50000 + "z']",
        "exclude = ['\xff']", "exclude = ['a\0b']", '"\\u001b[31mred" = 1', 'target = "\\u001b[31mred"', "\ufeffsafe = true"]
    return [("py3k.toml", text) for text in texts] + [
        ("pyproject.toml", "[tool.py3k." + ".".join(["a"] * deep) + "]\nx = 1"),
        ("pyproject.toml", "[tool.other." + ".".join(["a"] * deep) + "]\nx = 1"),
        ("pyproject.toml", "x = " + "[" * many), ("pyproject.toml", "\n".join("[tool.k%d]\nx=1" % i for i in range(deep)))]


class Configurations:
    def __init__(self):
        self.bench = Bench(2)
        self.texts = configurations()

    def case(self, number):
        name, text = self.texts[number % len(self.texts)]
        self.bench.fresh()
        with open(os.path.join(self.bench.tree, name), "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass") if "\xff" not in text else text.encode("latin-1"))

        def bound():
            resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        done = subprocess.run([PY3K, "."], cwd=self.bench.tree, env=self.bench.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, errors="replace", preexec_fn=bound, check=False)
        wrong = []
        if done.returncode not in (0, 2):
            wrong.append("exit code %d: %s" % (done.returncode, done.stderr[-200:]))
        if done.returncode == 2 and name not in done.stderr:
            wrong.append("a message that does not name the file: " + done.stderr[-200:])
        return ["%s that begins with %r: %s" % (name, text[:30], what) for what in wrong]


SWEEPS = {"faults": Faults, "kills": Kills, "signals": Signals, "together": Together, "configurations": Configurations}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sweep", choices=sorted(SWEEPS))
    parser.add_argument("--cases", default="0:10")
    parser.add_argument("--minutes", type=float, help="as many cases as fit, from the first one on")
    arguments = parser.parse_args()
    if arguments.sweep == "faults" and shutil.which("strace") is None:
        print("skipped: there is no strace, which makes calls fail")
        return 77
    first, last = (int(part) for part in arguments.cases.split(":"))
    sweep = SWEEPS[arguments.sweep]()
    end = time.time() + arguments.minutes * 60 if arguments.minutes else None
    done = wrong = 0
    number = first
    while time.time() < end if end else number < last:
        found = sweep.case(number)
        for what in found:
            print("%s\n  again: %s %s --cases %d:%d" % (what, sys.argv[0], arguments.sweep, number, number + 1), flush=True)
        done += 1
        wrong += bool(found)
        number += 1
    print("%s: %d cases, %d of them with something wrong" % (arguments.sweep, done, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
