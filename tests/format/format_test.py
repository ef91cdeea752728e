#!/usr/bin/env python3
"""Are our sources as clang-format leaves them? `cmake --build --preset dev --target format` makes them so.

Exits 77 where there is no clang-format of the version that they were formatted with: others lay out some things otherwise.
"""

import os
import re
import shutil
import subprocess
import sys

VERSION = "14"
ROOT = os.environ.get("PY3K_SOURCE_DIR") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def sources():
    for top in ("engine", "fixers", "cli", "tests"):
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith((".h", ".cpp")))


def main():
    program = shutil.which("clang-format-" + VERSION) or shutil.which("clang-format")
    if program is None:
        print("skipped: there is no clang-format")
        return 77
    said = subprocess.run([program, "--version"], stdout=subprocess.PIPE, universal_newlines=True, check=True).stdout
    found = re.search(r"version (\d+)", said)
    if found is None or found.group(1) != VERSION:
        print("skipped: clang-format is not of version %s: %s" % (VERSION, said.strip()))
        return 77
    paths = sorted(sources())
    if not paths:
        sys.exit("there are no sources below %s" % ROOT)
    done = subprocess.run([program, "--dry-run", "-Werror", *paths], stderr=subprocess.PIPE, universal_newlines=True)
    if done.returncode == 0:
        print("%d files are formatted" % len(paths))
        return 0
    bad = sorted({os.path.relpath(m.group(1), ROOT) for m in re.finditer(r"^(.+?):\d+:\d+: error", done.stderr, re.M)})
    print("not formatted (build the target `format`): %s" % " ".join(bad or [done.stderr]))
    return 1


if __name__ == "__main__":
    sys.exit(main())
