#!/usr/bin/env python3
"""Do the packages hold a program that runs?

Of the build that is tested: what `cmake --install` puts where, the Debian package and the tarball by cpack, and the wheel,
installed by pip without a network. The program has to convert a file from each of these places. scripts/package makes the
packages that users get; tests/packaging/bare_debian.sh tries those on a Debian with nothing else on it.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
import pythons  # noqa: E402

BUILD = os.environ.get("PY3K_BUILD_DIR", "")
SOURCE = os.environ.get("PY3K_SOURCE_DIR", "")
PROGRAM = os.environ.get("PY3K", "")


def output_of(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        raise AssertionError("%s gave %d: %s" % (" ".join(command), done.returncode, done.stdout))
    return done.stdout


class Packages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def check_program(self, program):
        done = subprocess.run([program, "-"], input="print `x`\n", stdout=subprocess.PIPE, text=True, check=True)
        self.assertEqual(done.stdout, "print(repr(x))\n")
        self.assertEqual(output_of(program, "--version"), output_of(PROGRAM, "--version"))

    def cpack(self, generator):
        config = os.path.join(BUILD, "CPackConfig.cmake")
        output_of("cpack", "--config", config, "-G", generator, "-B", self.folder, cwd=BUILD)
        endings = {"DEB": ".deb", "TGZ": ".tar.gz"}
        return [self.path(name) for name in os.listdir(self.folder) if name.endswith(endings[generator])][0]

    def test_install_puts_program_and_pages_in_place(self):
        output_of("cmake", "--install", BUILD, "--prefix", self.path("usr"))
        self.check_program(self.path("usr", "bin", "py3k"))
        for page in ("README.md", "CHANGELOG.md", "copyright", "docs/fixers.md"):
            self.assertTrue(os.path.getsize(self.path("usr", "share", "doc", "py3k", page)))
        for page in ("man/man1/py3k.1", "bash-completion/completions/py3k", "zsh/site-functions/_py3k",
                     "fish/vendor_completions.d/py3k.fish"):
            self.assertTrue(os.path.getsize(self.path("usr", "share", page)))

    def test_tarball(self):
        archive = self.cpack("TGZ")
        output_of("tar", "-xzf", archive, "-C", self.folder)
        self.check_program(os.path.join(archive[: -len(".tar.gz")], "bin", "py3k"))

    def test_debian_package(self):
        if not shutil.which("dpkg-shlibdeps"):
            self.skipTest("no dpkg-shlibdeps, of the package dpkg-dev")
        package = self.cpack("DEB")
        output_of("dpkg-deb", "-x", package, self.path("root"))
        self.check_program(self.path("root", "usr", "bin", "py3k"))
        self.assertIn("libc6", output_of("dpkg-deb", "-f", package, "Depends"))
        self.assertEqual(output_of("dpkg-deb", "-f", package, "Version").split()[0],
                         output_of(PROGRAM, "--version").split()[1])

    def make_wheel(self):
        return output_of(
            sys.executable, os.path.join(SOURCE, "cmake", "make_wheel.py"), PROGRAM, "--version",
            output_of(PROGRAM, "--version").split()[1], "--summary", "converts", "--readme",
            os.path.join(SOURCE, "README.md"), "--license", os.path.join(SOURCE, "LICENSE"), "--out", self.folder).strip()

    def test_wheel_is_the_same_each_time(self):
        with open(self.make_wheel(), "rb") as file:
            first = file.read()
        with open(self.make_wheel(), "rb") as file:
            self.assertEqual(first, file.read())

    def test_wheel_installs_without_network(self):
        python = pythons.find_python3((3, 8))
        try:
            output_of(python, "-m", "venv", self.path("venv"))
        except AssertionError as error:
            self.skipTest("this Python makes no virtual environments: %s" % error)
        installed = self.path("venv", "bin")
        pip = os.path.join(installed, "pip")
        quiet = ("--no-index", "--disable-pip-version-check")
        output_of(pip, "install", *quiet, self.make_wheel())
        self.check_program(os.path.join(installed, "py3k"))
        output_of(pip, "uninstall", "-y", "--disable-pip-version-check", "py3k")
        self.assertFalse(os.path.exists(os.path.join(installed, "py3k")))


if __name__ == "__main__":
    unittest.main(verbosity=2)
