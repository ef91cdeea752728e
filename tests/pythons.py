"""Where the Pythons of this machine are: shared by the tests that need one.

Looked for, in this order: $PY3K_PYTHON2 or $PY3K_PYTHON3, the versions of pyenv
($PYENV_ROOT or what `pyenv root` says), and PATH.
"""

import glob
import os
import re
import shutil
import subprocess
import sys

SKIPPED = 77  # what ctest's SKIP_RETURN_CODE is set to


def skip(reason):
    print("skipped: " + reason)
    sys.exit(SKIPPED)


def version_of(python):
    """(major, minor, micro) of an executable, or None when it does not run."""
    ask = "import sys; sys.stdout.write('%d.%d.%d' % sys.version_info[:3])"
    try:
        out = subprocess.run([python, "-c", ask], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.match(rb"(\d+)\.(\d+)\.(\d+)$", out)
    return tuple(int(part) for part in match.groups()) if match else None


def pyenv_root():
    root = os.environ.get("PYENV_ROOT")
    if not root:
        try:
            root = subprocess.run(["pyenv", "root"], stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, timeout=30).stdout.decode().strip()
        except (OSError, subprocess.SubprocessError):
            root = ""
    return root or None


def candidates(major):
    named = os.environ.get("PY3K_PYTHON%d" % major)
    if named:
        yield named
    root = pyenv_root()
    if root:
        pattern = os.path.join(root, "versions", "%d.*" % major, "bin", "python%d" % major)
        yield from sorted(glob.glob(pattern))
    minors = [7] if major == 2 else range(8, 31)
    for name in ["python%d.%d" % (major, minor) for minor in minors] + ["python%d" % major]:
        found = shutil.which(name)
        if found:
            yield found
    if major == sys.version_info[0]:
        yield sys.executable


def find_python2():
    """Path of a Python 2.7, or None."""
    for python in candidates(2):
        version = version_of(python)
        if version and version[:2] == (2, 7):
            return python
    return None


def find_python3s(minimum):
    """{(major, minor): path} of the Pythons from `minimum` on; the first found of each minor."""
    found = {}
    for python in candidates(3):
        version = version_of(python)
        if version and version[0] == 3 and version[:2] >= minimum:
            found.setdefault(version[:2], python)
    return dict(sorted(found.items()))


def find_python3(minimum):
    """Path of $PY3K_PYTHON3 if it is new enough, else of the newest Python 3, or None."""
    named = os.environ.get("PY3K_PYTHON3")
    if named and (version_of(named) or (0,))[:2] >= minimum:
        return named
    found = find_python3s(minimum)
    return found[max(found)] if found else None


def library_of(python2):
    """The folder lib/python2.7 of a Python 2.7."""
    ask = "import os, sys; sys.stdout.write(os.path.dirname(os.__file__))"
    return subprocess.run([python2, "-c", ask], stdout=subprocess.PIPE, check=True).stdout.decode()
