#!/usr/bin/env python3
"""Do the modules that come along from Python 2.7's library work under Python 3?

    vendored_library_test.py [PY3K [MODULE]...]

Each module comes along into a project of its own, as `py3k --vendor` does it, and is imported there under the oldest
Python 3 from 3.9 on and the newest one. Where Python 2.7 has a test file of the module, that is the project: converted,
it has to pass, but for the tests in KNOWN, each with the reason. Exits 77 without a Python 2.7.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TESTS)
import pythons  # noqa: E402

# What Python 2.7's tests need of its test package.
SUPPORT = '''
import contextlib, importlib.util, os, re, sys, unittest, warnings
TESTFN = "@test_%d" % os.getpid()
TESTFN_UNICODE = TESTFN
verbose = False
HOST = "127.0.0.1"
def import_module(name, **options):
    found = importlib.util.find_spec("_vendor." + name)
    return importlib.import_module("_vendor." + name if found else name)
have_unicode = True
def run_unittest(*classes): pass
def findfile(name, *rest, subdir=""): name = os.path.join(subdir, name); return os.path.join(os.environ["PY3K_TEST_FILES"], name)
def unlink(name):
    with contextlib.suppress(OSError): os.unlink(name)
@contextlib.contextmanager
def check_warnings(*filters, **options):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        yield found
check_py3k_warnings = check_warnings
def bind_port(sock, host=HOST):
    sock.bind((host, 0))
    return sock.getsockname()[1]
def find_unused_port(*rest):
    import socket
    with socket.socket() as sock: return bind_port(sock)
def reap_children(): pass
def threading_setup(): return ()
def threading_cleanup(*rest): pass
def reap_threads(function): return function
def import_fresh_module(name, *rest, **more): return import_module(name)
def run_doctest(module, verbosity=None): pass
@contextlib.contextmanager
def captured_stdout():
    import io
    with contextlib.redirect_stdout(io.StringIO()) as out: yield out
def requires(*rest): pass
is_jython = False
def gc_collect(): pass
class EnvironmentVarGuard(dict):
    def __enter__(self):
        self.before = dict(os.environ)
        return os.environ
    def __exit__(self, *rest):
        os.environ.clear()
        os.environ.update(self.before)
'''

# (module, its test file or none)
MODULES = {
    "Bastion": None, "MimeWriter": "test_MimeWriter", "aifc": None, "asynchat": "test_asynchat",
    "asyncore": "test_asyncore", "audiodev": None, "cgi": "test_cgi", "cgitb": None, "chunk": None,
    "dircache": "test_dircache", "formatter": None, "fpformat": "test_fpformat", "htmllib": "test_htmllib",
    "imghdr": "test_imghdr", "mailcap": None, "mhlib": "test_mhlib",
    "mimetools": "test_mimetools", "mimify": None, "multifile": "test_multifile", "mutex": "test_mutex",
    "nntplib": "test_nntplib", "pipes": "test_pipes", "popen2": "test_popen2", "rfc822": "test_rfc822",
    "sgmllib": "test_sgmllib", "smtpd": None, "sndhdr": None, "statvfs": None, "sunau": None,
    "telnetlib": "test_telnetlib", "toaiff": None, "uu": "test_uu", "xdrlib": "test_xdrlib", "xmllib": "test_xmllib",
}

# Tests that fail, by their file, and why. What works with bytes is taken from a Python 3 rather: it had those modules.
BYTES = "text and bytes"
ELSEWHERE = "what it tests is not in the module"
KNOWN = {
    "test_asyncore": {"*": BYTES},
    "test_asynchat": {"*": BYTES},
    "test_cgi": {"test_fieldstorage_multipart_maxline": BYTES, "test_fieldstorage_readline": BYTES,
                 "test_max_num_fields": ELSEWHERE, "test_strict": ELSEWHERE},
    "test_imghdr": {"test_data": BYTES, "test_file_pos": BYTES},
    "test_mimetools": {"test_decodeencode": BYTES, "test_message": BYTES},
    "test_multifile": {"test_multifile": BYTES},
    "test_nntplib": {"test_too_long_line": BYTES, "test_basic_connect": BYTES},
    "test_popen2": {name: ELSEWHERE for name in ("test_os_popen2", "test_os_popen3", "test_os_popen4")},
    "test_sgmllib": {"test_read_chunks": "reads a file that is not UTF-8",
                     "test_declaration_junk_chars": "today's _markupbase ends otherwise"},
    "test_telnetlib": {"*": BYTES},
    "test_uu": {"*": BYTES},
    "test_xdrlib": {"test_xdr": BYTES},
}


def read(path):
    with open(path, encoding="latin-1") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def run(command, top, files, limit=120):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment.update(PYTHONDONTWRITEBYTECODE="1", PYTHONWARNINGS="ignore", PY3K_TEST_FILES=files, HOME=top)
    try:
        return subprocess.run(command, cwd=top, env=environment, capture_output=True, text=True, errors="replace",
                              stdin=subprocess.DEVNULL, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", "took more than %d s" % limit)


def check(py3k, library, module, test, versions):
    """What went wrong, one line each."""
    tests = os.path.join(library, "test")
    wrong = []
    with tempfile.TemporaryDirectory() as top:
        needed = [module]
        if test:
            needed += re.findall(r"import_module\(['\"](\w+)", read(os.path.join(tests, test + ".py")))
        write(os.path.join(top, "use.py"), "".join("import %s\n" % name for name in needed) + "print %s.__name__\n" % module)
        if test:
            shutil.copy(os.path.join(tests, test + ".py"), top)
        done = run([py3k, "-w", "-q", "--from", "2", "--vendor", "--from-library", library, "--no-journal", "."], top, tests)
        if done.returncode:
            return ["%s: %s" % (module, done.stderr.strip())]
        again = run([py3k, "--check", "-q", "."], top, tests)
        if again.returncode and not test:
            wrong.append("%s: a second run finds something to do: %s" % (module, again.stderr.strip()))
        write(os.path.join(top, "test", "__init__.py"), "")
        write(os.path.join(top, "test", "test_support.py"), SUPPORT)
        for python in versions:
            used = run([python, "use.py"], top, tests)
            if used.stdout.strip() != "_vendor." + module:
                wrong.append("%s: under %s: %s" % (module, python, used.stderr.strip().split("\n")[-1]))
            elif test:
                failed = failures(run([python, "-m", "unittest", "-v", test], top, tests, 15).stderr)
                if "no test ran" in failed and "test_main" in read(os.path.join(top, test + ".py")):
                    main_run = run([python, "-c", "import %s; %s.test_main()" % (test, test)], top, tests)
                    failed = {"test_main": main_run.stderr.strip().split("\n")[-1]} if main_run.returncode else {}
                for name, why in failed.items():
                    known = KNOWN.get(test, {})
                    if name not in known and "*" not in known:
                        wrong.append("%s: %s under %s: %s" % (module, name, python, why))
    return wrong


def failures(text):
    """{test: the last line of its traceback}, of unittest's report."""
    found = {}
    for part in text.split("=" * 70)[1:]:
        name = re.match(r"\n(?:FAIL|ERROR): (\S+)", part)
        lines = [line for line in part.split("-" * 70)[1].strip().split("\n") if line]
        found[name.group(1) if name else "?"] = lines[-1] if lines else "?"
    if not re.search(r"^Ran [1-9]", text, re.M):
        found["no test ran"] = text.strip().split("\n")[-1]
    return found


def main():
    py3k = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PY3K", "py3k")
    python2 = pythons.find_python2()
    if not python2:
        pythons.skip("no Python 2.7")
    library = pythons.library_of(python2)
    found = pythons.find_python3s((3, 9))
    if not found:
        pythons.skip("no Python 3.9 or newer")
    versions = sorted({found[min(found)], found[max(found)]})
    wrong = []
    for module, test in sorted(MODULES.items()):
        if len(sys.argv) > 2 and module not in sys.argv[2:]:
            continue
        if test and not os.path.exists(os.path.join(library, "test", test + ".py")):
            print("%s: this Python 2.7 has no %s.py" % (module, test))
            test = None
        wrong += check(py3k, library, module, test, versions)
    for line in wrong:
        print(line)
    print("%d modules, %d problems" % (len(MODULES), len(wrong)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
