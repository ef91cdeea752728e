#!/usr/bin/env python3
"""Makes a Python wheel with the program in it, so that `pip install` puts py3k on the path. Needs no network.

    make_wheel.py build/static/bin/py3k --version 0.1.0 --summary "…" --readme README.md --license LICENSE --out DIR

The program is one of the wheel's scripts, which pip installs as they are. A program that needs nothing but glibc gets the
tag manylinux_2_N for the oldest glibc it runs with (PEP 600); any other one a tag for this machine only. The same input
gives the same bytes.
"""
import argparse
import base64
import hashlib
import os
import platform
import re
import subprocess
import sys
import tempfile
import zipfile

GLIBC = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|pthread))\.so\.\d+")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest date that a zip file can hold


def platform_tag(program):
    dump = subprocess.run(["objdump", "-p", program], check=True, stdout=subprocess.PIPE, text=True).stdout
    needed = re.findall(r"NEEDED\s+(\S+)", dump)
    machine = platform.machine()
    if not all(GLIBC.fullmatch(library) for library in needed):
        return "linux_" + machine
    minors = [int(minor) for minor in re.findall(r"\bGLIBC_2\.(\d+)", dump)]
    return "manylinux_2_%d_%s" % (max(minors), machine)


def stripped(program, strip):
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "py3k")
        subprocess.run([strip, "-o", copy, program], check=True)
        with open(copy, "rb") as file:
            return file.read()


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def metadata(args):
    return (
        "Metadata-Version: 2.1\nName: py3k\nVersion: %s\nSummary: %s\nLicense: MIT\n"
        "Classifier: Development Status :: 4 - Beta\nClassifier: Environment :: Console\n"
        "Classifier: Intended Audience :: Developers\nClassifier: License :: OSI Approved :: MIT License\n"
        "Classifier: Operating System :: POSIX :: Linux\nClassifier: Programming Language :: C++\n"
        "Classifier: Topic :: Software Development :: Code Generators\nRequires-Python: >=3.6\n"
        "Description-Content-Type: text/markdown\n\n%s" % (args.version, args.summary, text_of(args.readme))
    )


def record_line(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return "%s,sha256=%s,%d\n" % (name, digest, len(content))


def write_wheel(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, (content, mode) in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, content)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    for name in ("version", "summary", "readme", "license", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--strip", default="strip")
    args = parser.parse_args()

    tag = "py3-none-" + platform_tag(args.program)
    info = "py3k-%s.dist-info/" % args.version
    wheel_text = "Wheel-Version: 1.0\nGenerator: py3k\nRoot-Is-Purelib: false\nTag: %s\n" % tag
    files = {
        "py3k-%s.data/scripts/py3k" % args.version: (stripped(args.program, args.strip), 0o755),
        info + "METADATA": (metadata(args).encode(), 0o644),
        info + "WHEEL": (wheel_text.encode(), 0o644),
        info + "LICENSE": (text_of(args.license).encode(), 0o644),
    }
    record = "".join(record_line(name, content) for name, (content, _) in files.items())
    files[info + "RECORD"] = ((record + info + "RECORD,,\n").encode(), 0o644)

    os.makedirs(args.out, exist_ok=True)
    path = os.path.join(args.out, "py3k-%s-%s.whl" % (args.version, tag))
    write_wheel(path, files)
    print(path)


if __name__ == "__main__":
    sys.exit(main())
