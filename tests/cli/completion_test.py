"""The manual page and the completions, in the programs that read them: man, bash, zsh and fish, where they are there."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

PY3K = os.environ.get("PY3K", "py3k")


def output_of(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, **options).stdout


HELP = output_of(PY3K, "--help")
FIXERS = [line.split()[0] for line in output_of(PY3K, "list").splitlines()[1:]]
# (short or "", long, value or "") of each option that --help shows.
OPTIONS = [
    (short or "", name, value or "")
    for short, name, value in re.findall(r"^  (-\w)?,? +(--[\w-]+)(?: (\S*[A-Z|]\S*))?  ", HELP, re.M)
]


def words_of(value):
    return [word for word in value.split("|") if word and not re.search("[A-Z]", word)]


class ManPageTest(unittest.TestCase):
    def render(self, page, width="80"):
        environment = dict(os.environ, MANWIDTH=width, MANROFFOPT="", LC_ALL="C.UTF-8")
        return subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", page], capture_output=True, text=True, env=environment, check=False
        )

    def test_renders_without_warnings(self):
        if not shutil.which("man") or not shutil.which("groff"):
            self.skipTest("man or groff is not installed")
        with tempfile.TemporaryDirectory() as directory:
            page = os.path.join(directory, "py3k.1")
            subprocess.run([PY3K, "generate", "man", "--output", page], check=True)
            done = self.render(page)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, "")
        text = re.sub(".\b", "", done.stdout)
        for short, name, value in OPTIONS:
            self.assertIn(" ".join(filter(None, (short + "," if short else "", name, value))), text)
        for fixer in FIXERS:
            self.assertRegex(text, rf"\n +{fixer} \([^)]*\)\n +[A-Z]")
        for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "FIXERS", "EXIT STATUS"):
            self.assertIn("\n" + heading + "\n", text)
        self.assertIn("…", text, "characters beyond ASCII come out")


class BashTest(unittest.TestCase):
    """All completions of one bash: starting one for each would take longer than all else."""

    @classmethod
    def setUpClass(cls):
        if not shutil.which("bash"):
            raise unittest.SkipTest("bash is not installed")

    def complete_all(self, lines, directory="."):
        """What bash offers at the end of each of these command lines; a blank at its end starts a new word."""
        script = output_of(PY3K, "generate", "bash")
        for line in lines:
            # As readline splits it: = is a word of its own.
            words = [word for word in re.split(r"[ ]|(=)", line) if word]
            if line.endswith(" "):
                words.append("")
            quoted = " ".join("'" + word + "'" for word in words)
            script += f'COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _py3k; printf "%s\\n" "${{COMPREPLY[*]}}"\n'
        done = subprocess.run(["bash", "--norc", "-u"], input=script, capture_output=True, text=True, cwd=directory, check=False)
        self.assertEqual(done.stderr, "")
        return [line.split() for line in done.stdout.split("\n")[: len(lines)]]

    def complete(self, line, directory="."):
        return self.complete_all([line], directory)[0]

    def test_every_option_completes(self):
        self.assertGreater(len(OPTIONS), 20)
        lines = ["py3k " + name[:-1] for _, name, _ in OPTIONS]
        for (_, name, _), offered in zip(OPTIONS, self.complete_all(lines)):
            self.assertIn(name, offered)

    def test_every_value_completes(self):
        lines, wanted = [], []
        for short, name, value in OPTIONS:
            for word in words_of(value):
                for start in filter(None, (name + " ", name + "=", short and short + " ")):
                    lines.append("py3k a.py " + start + word[0])
                    wanted.append(word)
        self.assertGreater(len(lines), 10)
        for line, word, offered in zip(lines, wanted, self.complete_all(lines)):
            self.assertIn(word, offered, line)

    def test_every_fixer_completes(self):
        starts = ("-f ", "-x ", "--fix ", "--fix=", "--nofix ", "explain ")
        lines = ["py3k " + start + fixer[:-1] for fixer in FIXERS for start in starts]
        wanted = [fixer for fixer in FIXERS for _ in starts]
        for line, fixer, offered in zip(lines, wanted, self.complete_all(lines)):
            self.assertIn(fixer, offered, line)

    def test_lists_complete_their_last_name(self):
        self.assertEqual(self.complete("py3k -f print,has_k"), ["print,has_key"])
        self.assertEqual(self.complete("py3k -f print,stdl"), ["print,stdlib"])

    def test_groups_are_no_fixers(self):
        self.assertIn("stdlib", self.complete("py3k -x std"))
        self.assertEqual(self.complete("py3k explain stdl"), [])

    def test_commands_and_paths(self):
        with tempfile.TemporaryDirectory() as directory:
            for name in ("list.py", "other.py"):
                open(os.path.join(directory, name), "w").close()
            os.mkdir(os.path.join(directory, "lib"))
            self.assertEqual(sorted(self.complete("py3k li", directory)), ["lib", "list", "list.py"])
            self.assertEqual(sorted(self.complete("py3k -w -f print ex", directory)), ["explain"])
            self.assertEqual(sorted(self.complete("py3k other.py li", directory)), ["lib", "list.py"])
            self.assertEqual(self.complete("py3k -o l", directory), ["lib"])
            self.assertEqual(self.complete("py3k --output o", directory), ["other.py"])
            self.assertEqual(self.complete("py3k -j ", directory), [])

    def test_hidden_ones_stay_hidden(self):
        self.assertNotIn("--processes", self.complete("py3k --"))
        self.assertNotIn("generate", self.complete("py3k gen"))

    def test_shellcheck_finds_nothing(self):
        if not shutil.which("shellcheck"):
            self.skipTest("shellcheck is not installed")
        done = subprocess.run(
            ["shellcheck", "-s", "bash", "-"], input=output_of(PY3K, "generate", "bash"), capture_output=True, text=True, check=False
        )
        self.assertEqual(done.stdout, "")


class FishTest(unittest.TestCase):
    def setUp(self):
        if not shutil.which("fish"):
            self.skipTest("fish is not installed")

    def complete_all(self, lines):
        script = output_of(PY3K, "generate", "fish")
        for line in lines:
            script += f"complete -C '{line}'; echo =====\n"
        with tempfile.TemporaryDirectory() as home:
            environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, TERM="dumb")
            done = subprocess.run(
                ["fish", "--no-config"], input=script, capture_output=True, text=True, cwd=home, env=environment, check=False
            )
        self.assertEqual(done.stderr, "")
        blocks = done.stdout.split("=====\n")[: len(lines)]
        return [[line.split("\t")[0] for line in block.splitlines()] for block in blocks]

    def test_options_values_fixers_and_commands(self):
        lines, wanted = [], []
        for short, name, value in OPTIONS:
            lines.append("py3k " + name[:-1])
            wanted.append(name)
            for word in words_of(value):
                lines.append(f"py3k {name} {word[0]}")
                wanted.append(word)
        for fixer in FIXERS:
            for start in ("-f ", "--nofix ", "explain "):
                lines.append("py3k " + start + fixer)
                wanted.append(fixer)
        lines += ["py3k -f print,has_k", "py3k expl", "py3k -x stdl"]
        wanted += ["print,has_key", "explain", "stdlib"]
        for line, word, offered in zip(lines, wanted, self.complete_all(lines)):
            self.assertIn(word, offered, line)


class ZshTest(unittest.TestCase):
    """A zsh on a pseudo-terminal, made by its own module zpty, completes what is typed."""

    def test_completes_at_the_prompt(self):
        if not shutil.which("zsh"):
            self.skipTest("zsh is not installed")
        with tempfile.TemporaryDirectory() as home:
            with open(os.path.join(home, "_py3k"), "w") as file:
                file.write(output_of(PY3K, "generate", "zsh"))
            typed = {
                "py3k --no-pag": "--no-pager",
                "py3k --format js": "--format json",
                "py3k --color=alw": "--color=always",
                "py3k explain has_k": "explain has_key",
                "py3k -f has_k": "-f has_key",
                "py3k -f print,has_k": "-f print,has_key",
                "py3k expl": "py3k explain",
            }
            script = "zmodload zsh/zpty\n"
            for line in typed:
                script += f"""
zpty z zsh -f -i
zpty -w z "PS1=; unsetopt zle_bracketed_paste; fpath=({home} \\$fpath); autoload -Uz compinit; compinit -u -d {home}/dump; echo rea''dy"
zpty -r -m z out '*ready*'
zpty -n -w z '{line}\t'
sleep 1
zpty -n -w z $'\\C-a: \\C-e\\n'
zpty -w z 'echo do''ne'
zpty -r -m z out '*done*'
print -r -- "$out" | tr -d '\\r\\a\\b' ; echo =====
zpty -d z
"""
            done = subprocess.run(
                ["zsh", "-f"], input=script, capture_output=True, text=True, cwd=home, timeout=300,
                env=dict(os.environ, HOME=home, TERM="dumb"), check=False,
            )
            for (line, wanted), block in zip(typed.items(), done.stdout.split("=====\n")):
                self.assertIn(wanted, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", block), line + "\n" + done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
