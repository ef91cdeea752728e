"""The reports for other programs, made by the finished program: SARIF, GitHub's annotations, JUnit, JSON."""

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import sarif_check  # noqa: E402

PY3K = os.environ.get("PY3K", "py3k")

PLAIN = "print 'a', `b`\nif d.has_key(k): print >>f, x\nd.next()\n"
SHARED = "print intern(x)\nraise E, intern(y)\n"
CRLF = "# caf\u00e9\r\nprint u'\u00e9', `x`\r\nprint\r\n"
ODD = "print '</script><!-- ]]> & \" % :, '\nexec a in b\n"
MANUAL = "import StringIO\nout = StringIO.StringIO()\n"
BROKEN = "def f(:\n"


class FormatsTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = scratch.name

    def make(self, name, content):
        path = os.path.join(self.directory, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def make_all(self):
        self.make("app/plain.py", PLAIN)
        self.make("app/deep/shared one.py", SHARED)
        self.make("app/crlf.py", "\ufeff" + CRLF)
        self.make("app/latin.py", b"# coding: latin-1\nprint '\xe9'\n")
        self.make("odd.py", ODD)
        self.make("manual.py", MANUAL)
        self.make("broken.py", BROKEN)
        self.make("fine.py", "x = 1\n")

    def py3k(self, *arguments, stdin=""):
        return subprocess.run([PY3K, *arguments], cwd=self.directory, input=stdin, capture_output=True,
                              encoding="utf-8", check=False)

    def sarif(self, *arguments):
        done = self.py3k("--format", "sarif", *arguments)
        self.assertEqual(done.stderr, "")
        log = json.loads(done.stdout)
        self.assertEqual(sarif_check.flaws_of(log), [])
        return log

    def read(self, name):
        with open(os.path.join(self.directory, name), "rb") as file:
            return file.read().decode()

    def test_sarif_is_sound(self):
        self.make_all()
        log = self.sarif("--from", "2", ".")
        results = log["runs"][0]["results"]
        rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
        self.assertEqual(rules["has_key"]["defaultConfiguration"]["level"], "note")
        self.assertEqual(rules["print"]["defaultConfiguration"]["level"], "warning")
        self.assertIn("Unsafe: ", rules["print"]["help"]["text"])
        self.assertIn("```diff\n- ", rules["print"]["help"]["markdown"])
        failed = [result for result in results if result["ruleId"] == "not-converted"]
        self.assertEqual([(r["level"], r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
                          for r in failed], [("error", "broken.py")])
        self.assertIs(log["runs"][0]["invocations"][0]["executionSuccessful"], False)
        has_key = next(result for result in results if result["ruleId"] == "has_key")
        self.assertEqual(has_key["locations"][0]["physicalLocation"],
                         {"artifactLocation": {"uri": "app/plain.py"},
                          "region": {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 16}})
        self.assertEqual(has_key["level"], "note")
        self.assertTrue(any(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                            == "app/deep/shared%20one.py" for r in results))

    def test_sarif_checker_finds_flaws(self):
        self.make("a.py", PLAIN)
        log = self.sarif("--from", "2", "a.py")
        result = log["runs"][0]["results"][0]
        for broken in ({"level": "bad"}, {"ruleIndex": 0, "ruleId": "print"}, {"unknown": 1}, {"message": {}},
                       {"fixes": [{"artifactChanges": []}]}, {"kind": "pass"}, {"locations": [{"line": 1}]}):
            log["runs"][0]["results"][0] = {**result, **broken}
            self.assertNotEqual(sarif_check.flaws_of(log), [], broken)

    def test_sarif_fixes_together_are_the_conversion(self):
        self.make_all()
        log = self.sarif("--from", "2", ".")
        before = {name: self.read(name) for name in
                  ("app/plain.py", "app/deep/shared one.py", "app/crlf.py", "odd.py", "manual.py")}
        self.py3k("-w", "--from", "2", ".")
        for name, source in before.items():
            fixed = sarif_check.apply_fixes(log, source, name.replace(" ", "%20"))
            self.assertEqual(fixed, self.read(name), name)
        self.assertNotEqual(before["app/crlf.py"], self.read("app/crlf.py"))

    def test_sarif_fixes_apart_keep_what_belongs_together(self):
        self.make("a.py", SHARED)
        log = self.sarif("--from", "2", "a.py")
        fixed = [sarif_check.apply_fixes(log, SHARED, "a.py", number)
                 for number, result in enumerate(log["runs"][0]["results"]) if "fixes" in result]
        self.assertTrue(fixed)
        for text in fixed:
            self.assertEqual("import sys" in text, "sys.intern" in text, text)

    def test_sarif_offers_no_fix_where_the_encoding_changes(self):
        self.make("latin.py", b"# coding: latin-1\nprint '\xe9'\n")
        results = self.sarif("latin.py")["runs"][0]["results"]
        self.assertIn("coding_cookie", [result["ruleId"] for result in results])
        self.assertEqual([result for result in results if "fixes" in result], [])

    def test_sarif_of_what_is_done_holds_no_problem(self):
        self.make("a.py", PLAIN)
        results = self.sarif("-w", "--from", "2", "a.py")["runs"][0]["results"]
        self.assertTrue(results)
        for result in results:
            self.assertNotIn("fixes", result)
            if result["properties"]["applied"]:
                self.assertEqual((result["kind"], result["level"]), ("informational", "none"))

    def test_sarif_where_the_first_files_are_clean(self):
        self.make("a.py", "x = 1\n")
        self.make("b.py", PLAIN)
        self.make("c.py", "x = 1\n")
        self.make("d.py", MANUAL)
        self.assertTrue(self.sarif("--from", "2", ".")["runs"][0]["results"])

    def test_sarif_knows_a_baseline(self):
        self.make("a.py", PLAIN)
        known = ("--check", "--from", "2", "--baseline", "known.jsonl", ".")
        self.py3k("--update-baseline", *known)
        self.make("b.py", MANUAL)
        log = json.loads(self.py3k("--format", "sarif", *known).stdout)
        self.assertEqual(sarif_check.flaws_of(log), [])
        states = {(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], result["baselineState"],
                   "suppressions" in result) for result in log["runs"][0]["results"]}
        self.assertEqual(states, {("a.py", "unchanged", True), ("b.py", "new", False)})

    def test_sarif_of_nothing(self):
        self.make("fine.py", "x = 1\n")
        self.assertEqual(self.sarif("fine.py")["runs"][0]["results"], [])

    COMMAND = re.compile(r"::(notice|warning|error) file=([^,:]+)((?:,\w+=[^,:]*)*)::(.*)")

    def annotations(self, *arguments):
        lines = self.py3k("--format", "github", *arguments).stdout.splitlines()
        parsed = [self.COMMAND.fullmatch(line) for line in lines[:-1]]
        self.assertNotIn(None, parsed, lines)
        return [match.groups() for match in parsed], lines[-1]

    def test_github(self):
        self.make_all()
        found, total = self.annotations("--from", "2", ".")
        by_file = {}
        for level, path, place, message in found:
            by_file.setdefault(path, []).append((level, place, message))
        self.assertIn(("notice", ",line=2,col=4,endColumn=16,title=py3k%3A has_key", "d.has_key(k) -> k in d"),
                      by_file["app/plain.py"])
        self.assertEqual([entry[0] for entry in by_file["broken.py"]], ["error"])
        self.assertTrue(any("%25 :, " in message for _, _, message in by_file["odd.py"]), by_file["odd.py"])
        self.assertRegex(total, r"^py3k: 8 files, \d+ changes, \d+ findings? to look at, 1 failed$")
        quiet = self.py3k("-q", "--format", "github", "--from", "2", ".").stdout
        self.assertRegex(quiet, r"^::error file=broken\.py,title=py3k%3A not converted::line 1: .*\n$")
        self.py3k("-w", "--from", "2", "app")
        done, _ = self.annotations("app/plain.py")
        self.assertEqual(done, [])

    def junit(self, *arguments):
        done = self.py3k("--format", "junit", *arguments)
        root = ElementTree.fromstring(done.stdout)
        self.assertEqual(root.tag, "testsuites")
        for suite in root:
            cases = list(suite)
            self.assertEqual(int(suite.get("tests")), len(cases))
            for counted, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                self.assertEqual(int(suite.get(counted)), sum(case.find(tag) is not None for case in cases))
        for counted in ("tests", "failures", "errors", "skipped"):
            self.assertEqual(int(root.get(counted)), sum(int(suite.get(counted)) for suite in root))
        return root

    def test_junit(self):
        self.make_all()
        self.make("app/ctrl.py", b"x = '\x01\xff'\n")
        root = self.junit("--from", "2", ".")
        self.assertEqual([suite.get("name") for suite in root], [".", "app", "app/deep"])
        cases = {case.get("name"): case for case in root.iter("testcase")}
        self.assertEqual(len(cases), 9)
        self.assertIn("line 1", cases["broken.py"].find("error").get("message"))
        self.assertIn("manual.py:2:7: [imports", cases["manual.py"].find("failure").text)
        self.assertEqual(list(cases["odd.py"]), [])
        self.assertEqual(list(cases["fine.py"]), [])

    def test_junit_fails_on_changes_where_the_run_checks(self):
        self.make("a.py", ODD)
        failure = next(self.junit("--check", "--from", "2", "a.py").iter("failure"))
        self.assertEqual(failure.get("message"), "2 changes to make")
        self.assertIn("</script><!-- ]]> & \"", failure.text)
        self.assertEqual(list(self.junit("--check", "-w", "--from", "2", "a.py").iter("failure")), [])

    def test_all_are_the_same_for_any_number_of_threads(self):
        for number in range(30):
            self.make("d%d/f%d.py" % (number % 3, number), PLAIN * (number % 4))
        for form in ("sarif", "github", "junit", "json", "html"):
            seen = set()
            for jobs in ("1", "2", "9"):
                out = self.py3k("--format", form, "-j", jobs, "--from", "2", ".").stdout
                seen.add(re.sub(r'(time="|"seconds":\s*)[0-9.]+', r"\1", out))
            self.assertEqual(len(seen), 1, form)

    def test_html_counts_lines_as_its_diffs_do(self):
        for name, content in (("cr.py", "print 1\rprint 2\r"), ("crlf.py", "print 1\r\nprint 2\r\n"),
                              ("lf.py", "print 1\nprint 2"), ("none.py", "")):
            self.make(name, content)
        page = self.py3k("--format", "html", "--from", "2", ".").stdout
        entries = [json.loads(line) for line in page.splitlines() if line.startswith('{"p":')]
        self.assertEqual({entry["p"]: entry["n"] for entry in entries}, {"cr.py": 1, "crlf.py": 2, "lf.py": 2, "none.py": 0})

    def test_html_is_not_written_to_a_terminal(self):
        self.make("a.py", PLAIN)
        ours, terminal = pty.openpty()
        done = subprocess.run([PY3K, "--format", "html", "a.py"], cwd=self.directory, stdout=terminal,
                              stderr=subprocess.PIPE, text=True, check=False)
        os.close(ours)
        os.close(terminal)
        self.assertEqual((done.returncode, done.stderr), (2, "py3k: a terminal can't show HTML; add --output FILE\n"))

    def test_output_takes_every_form(self):
        self.make("a.py", PLAIN)
        for form, start in (("text", "--- a.py"), ("json", "{"), ("sarif", "{"), ("github", "::"), ("junit", "<?xml"),
                            ("html", "<!DOCTYPE html>")):
            done = self.py3k("--format", form, "--output", "report", "--from", "2", "a.py")
            self.assertEqual((done.returncode, done.stdout), (0, ""), form)
            self.assertTrue(self.read("report").startswith(start), form)
            piped = self.py3k("--format", form, "--output", "report", "-", stdin="print `x`\n")
            self.assertEqual((piped.returncode, piped.stdout), (0, "print(repr(x))\n"), form)
            self.assertEqual(self.py3k("--format", form, "-", stdin="").returncode, 0 if form == "text" else 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
