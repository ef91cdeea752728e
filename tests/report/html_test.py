"""The HTML report in a headless Chromium: what it shows, filters, keys, and that nothing in the files can break it.

Skipped where there is no Chromium; what needs none is in formats_test.py.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
from chromium import Chromium, find_chromium  # noqa: E402
from pythons import skip  # noqa: E402

PY3K = os.environ.get("PY3K", "py3k")

FILES = {
    "app/views.py": "# a view\n" + "x = 1\n" * 60 + "print 'a', `b`\nif d.has_key(k): pass\n" + "y = 2\n" * 60,
    "app/models/user.py": "class A:\n    def f(self):\n        raise E, 'x'\n" * 3,
    "app/models/fine.py": "x = 1\n",
    "tool.py": "import StringIO\nout = StringIO.StringIO()\nprint 1\n",
    "odd <b>&'.py": "print '</script><script>window.broken = 1</script><!--', \"<img src=x onerror=alert(1)>\"\n",
    "latin.py": b"# coding: latin-1\nprint '\xe9\xff'\n",
    "cyrillic.py": "# coding: utf-8\nprint '\u0436\u0438\u0437\u043d\u044c \U0001f40d'\n",
    "nul.py": b"x = '\0'\n",
    "broken.py": "def f(:\n",
    "crlf.py": "print 1\r\nprint 2",
}


class HtmlTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.directory = scratch.name
        for name, content in FILES.items():
            path = os.path.join(cls.directory, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        cls.report = os.path.join(cls.directory, "report.html")
        done = subprocess.run([PY3K, "--format", "html", "--output", cls.report, "--from", "2", "."], cwd=cls.directory,
                              capture_output=True, text=True, check=False)
        assert done.returncode == 3, done.stderr
        cls.note = done.stderr
        cls.browser = Chromium(find_chromium()).__enter__()
        cls.addClassCleanup(cls.browser.__exit__, None, None, None)

    def setUp(self):
        self.browser.errors.clear()
        self.browser.requests.clear()
        self.browser.emulate(prefers_color_scheme="light")
        self.browser.resize(1280, 900)
        self.browser.open("file://" + self.report)

    def tearDown(self):
        self.assertEqual(self.browser.errors, [])
        self.assertTrue(all(url == "file://" + self.report or url.startswith("data:") for url in self.browser.requests),
                        self.browser.requests)

    def value(self, expression):
        return self.browser.value(expression)

    def shown_files(self):
        return self.value("[...document.querySelectorAll('.file:not([hidden])')].map(f => f.ariaLabel)")

    def open_file(self, name):
        self.value("[...document.querySelectorAll('.file')].find(f => f.ariaLabel === %r)"
                   ".querySelector('.toggle').click()" % name)
        return self.value("document.querySelector('.file.is-open .body').innerText")

    def search(self, text):
        self.browser.press("/")
        self.browser.type(text)
        self.value("new Promise(done => setTimeout(done, 250))")

    def test_shows_the_whole(self):
        self.assertRegex(self.note, r"report\.html: 10 files, \d+ changes, \d+ findings? to look at, 2 failed\n$")
        self.assertEqual(self.value("document.getElementById('headline').textContent"), "7 of 10 files would change")
        self.assertEqual(self.value("document.querySelector('.tile.failed b').textContent"), "2")
        self.assertGreater(self.value("document.querySelectorAll('.bar').length"), 4)
        labels = self.value("[...document.querySelectorAll('.cell')].map(c => c.ariaLabel)")
        self.assertTrue(any(label.startswith("app/: 3 files") for label in labels), labels)
        self.assertNotIn("app/models/fine.py", self.shown_files())
        self.assertIn("broken.py", self.shown_files())

    def test_diff_unfolds(self):
        text = self.open_file("app/views.py")
        self.assertIn("print('a', repr(b))", text)
        self.assertIn("if k in d: pass", text)
        lines = "document.querySelectorAll('.row').length"
        before = self.value(lines)
        self.assertIn("unchanged lines not in the report", text)
        self.value("document.querySelector('.fold').click()")
        self.assertEqual(self.value(lines), before + 3)
        self.assertEqual(self.value("[...document.querySelectorAll('.changed .tags')].map(t => t.innerText)[1]"),
                         "has_key")
        self.assertEqual(self.value("document.querySelector('.changed .number').dataset.n"), "62")

    def test_last_line_without_newline(self):
        self.open_file("crlf.py")
        self.assertEqual(self.value("document.querySelectorAll('.bare').length"), 2)

    def test_nothing_in_a_file_is_markup(self):
        text = self.open_file("odd <b>&'.py")
        self.assertIn("print('</script><script>window.broken = 1</script><!--', \"<img src=x onerror=alert(1)>\")", text)
        self.assertEqual(self.value("typeof window.broken"), "undefined")
        self.assertEqual(self.value("document.querySelectorAll('img').length"), 0)

    def test_text_of_other_encodings(self):
        self.assertIn("print('\u00e9\u00ff')", self.open_file("latin.py"))
        self.value("document.getElementById('fold-all').click()")
        self.assertIn("\u0436\u0438\u0437\u043d\u044c \U0001f40d", self.open_file("cyrillic.py"))
        self.value("document.getElementById('fold-all').click()")
        self.assertIn("NUL byte", self.open_file("nul.py"))

    def test_filters(self):
        self.value("document.querySelector('.bar[aria-label^=has_key]').click()")
        self.assertEqual(self.shown_files(), ["app/views.py"])
        self.assertTrue(self.value("document.getElementById('decide').hidden"))
        self.browser.press("x")
        self.browser.click("#kinds [data-kind=open]")
        self.assertEqual(self.shown_files(), ["tool.py"])
        self.browser.press("x")
        self.value("[...document.querySelectorAll('.cell')].find(c => c.ariaLabel.startsWith('app/:')).click()")
        self.assertEqual(self.shown_files(), ["app/models/user.py", "app/views.py"])
        self.assertIn("app", self.value("document.getElementById('crumbs').innerText"))
        self.browser.press("u")
        self.value("(s => { s.value = 'failed'; s.dispatchEvent(new Event('change')); })"
                   "(document.getElementById('outcome'))")
        self.assertEqual(self.shown_files(), ["broken.py", "nul.py"])

    def test_search(self):
        for text, files in (("models", ["app/models/user.py"]), ("HAS_key(", ["app/views.py"]),
                            ("</script><!-- no", []), ("</script><script>", ["odd <b>&'.py"]),
                            ("\u0436\u0438\u0437", ["cyrillic.py"]), ("no such text", [])):
            self.value("(q => { q.value = %s; q.dispatchEvent(new Event('input')); })"
                       "(document.getElementById('query'))" % json.dumps(text))
            self.value("new Promise(done => setTimeout(done, 250))")
            self.assertEqual(self.shown_files(), files, text)
        self.assertFalse(self.value("document.getElementById('nothing').hidden"))
        self.browser.click("#reset")
        self.assertGreater(len(self.shown_files()), 5)

    def test_keys(self):
        focused = "document.activeElement.innerText"
        self.browser.press("2")
        self.browser.press("j")
        first = self.value(focused)
        self.browser.press("o")
        self.assertEqual(self.value("document.querySelectorAll('.group.is-open').length"), 1)
        self.browser.press("j")
        self.assertNotEqual(self.value(focused), first)
        self.browser.press("Enter")
        self.assertEqual(self.value("document.querySelector('.file.is-open').ariaLabel"), "tool.py")
        self.assertIn("io.BytesIO", self.value("document.querySelector('.remark').innerText"))
        self.browser.press("c")
        self.assertEqual(self.value("document.querySelectorAll('.file.is-open').length"), 0)
        self.browser.press("3")
        self.browser.press("j")
        self.browser.press("j")
        self.browser.press("k")
        self.assertIn("user.py", self.value(focused))
        self.browser.press("Enter")
        self.browser.press("n")
        self.assertTrue(self.value("document.activeElement.matches('.row.changed')"))
        self.browser.press("?")
        self.assertTrue(self.value("document.getElementById('keys').open"))
        self.browser.press("Escape")
        self.assertFalse(self.value("document.getElementById('keys').open"))
        self.search("views")
        self.assertEqual(self.shown_files(), ["app/views.py"])
        self.browser.press("Escape")
        self.assertGreater(len(self.shown_files()), 5)

    def test_themes(self):
        paper = "getComputedStyle(document.documentElement).backgroundColor"
        light = self.value(paper)
        self.browser.press("t")
        dark = self.value(paper)
        self.assertNotEqual(light, dark)
        self.value("localStorage.clear()")
        self.browser.emulate(prefers_color_scheme="dark")
        self.browser.open("file://" + self.report)
        self.assertEqual(self.value(paper), dark)

    def test_narrow_and_printed(self):
        self.open_file("app/views.py")
        self.browser.resize(400, 800)
        self.assertEqual(self.value("document.documentElement.scrollWidth <= innerWidth"), True)
        self.assertEqual(self.value("getComputedStyle(document.querySelector('.row.same .code.after')).display"), "none")
        self.browser.emulate(media="print")
        self.assertEqual(self.value("getComputedStyle(document.querySelector('.filters')).display"), "none")
        self.value("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(self.value("document.querySelectorAll('.group:not(.is-open)').length"), 0)
        self.value("dispatchEvent(new Event('afterprint'))")
        self.assertEqual(self.value("document.querySelectorAll('.group.is-open').length"), 0)


class EmptyTest(unittest.TestCase):
    def test_a_report_about_nothing(self):
        with tempfile.TemporaryDirectory() as directory, Chromium(find_chromium()) as browser:
            report = os.path.join(directory, "report.html")
            subprocess.run([PY3K, "-q", "--format", "html", "--output", report, directory], check=True)
            browser.open("file://" + report)
            self.assertEqual(browser.value("document.getElementById('headline').textContent"), "0 of 0 files would change")
            self.assertEqual(browser.errors, [])


if __name__ == "__main__":
    if find_chromium() is None:
        skip("there is no Chromium; set PY3K_CHROMIUM to one")
    unittest.main(verbosity=2)
