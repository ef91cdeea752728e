#!/usr/bin/env python3
"""Is each stand-in of fixers/stand_ins.txt code that every Python 3 runs, and does it what the library's own did?

    stand_ins_test.py

Every part is run under each Python 3 that is here, with the modules that it says it needs and no others; where there is a
Python 2.7, what it stands in for has to be in its library, and the calls below have to give the same under both.
"""

import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import pythons  # noqa: E402

PARTS = os.path.join(os.path.dirname(os.path.dirname(HERE)), "fixers", "stand_ins.txt")

# Of each an expression; `it` is the stand-in, or the original.
CALLS = {
    "imp.C_BUILTIN": ["it"], "imp.C_EXTENSION": ["it"], "imp.PKG_DIRECTORY": ["it"], "imp.PY_CODERESOURCE": ["it"],
    "imp.PY_COMPILED": ["it"], "imp.PY_FROZEN": ["it"], "imp.PY_RESOURCE": ["it"], "imp.PY_SOURCE": ["it"],
    "imp.SEARCH_ERROR": ["it"], "imp.IMP_HOOK": ["it"],
    "imp.is_builtin": ["it('sys')", "it('nothing')"], "imp.is_frozen": ["it('nothing')"],
    "imp.find_module": ["it('sys')[0::2]", "it('email')[0]", "it('email')[2]", "it('this')[2][::2]",
                        "raised(lambda: it('no such'))"],
    "imp.load_module": ["it('sys', None, 'sys', ('', '', 6)).__name__"],
    "imp.load_source": ["it('made', made('x = 1 + 1')).x", "it('made', made('y = 3')).__name__"],
    "imp.init_builtin": ["it('sys').__name__", "it('no such')"],
    "imp.NullImporter": ["raised(lambda: it(''))", "it('no such').find_module('x')"],
    "cgi.parse_header": ["it('text/html; charset=utf-8')", "it('a/b; c=\"d e\"')"],
    "contextlib.nested": ["it.__name__"],
    "inspect.ArgSpec": ["tuple(it(1, 2, 3, 4))", "it(1, 2, 3, 4).keywords"],
    "inspect.ModuleInfo": ["it(1, 2, 3, 4).module_type"],
    "inspect.getmoduleinfo": ["it('/a/b.py')[0]", "it('/a/b')"],
    "inspect.joinseq": ["it(['a'])", "it(['a', 'b'])"],
    "inspect.strseq": ["it(['a', ('b', ['c'])], str)"],
    "inspect.formatargspec": ["it(['a', 'b'], None, None, (1,))", "it([], 'c', 'd')", "it(['a'], 'b', formatarg=lambda x: x * 2)"],
    "operator.getslice": ["it([1, 2, 3], 0, 2)"],
    "operator.div": ["it(7, 2)", "it(-7, 2)", "it(7.0, 2)"], "operator.idiv": ["it(7, 2)", "it(7.0, 2)"],
    "operator.isNumberType": ["[bool(it(x)) for x in (1, 1.5, 'a', [])]"],
    "operator.isSequenceType": ["[bool(it(x)) for x in (1, 'a', [], {}, ())]"],
    "operator.isMappingType": ["[bool(it(x)) for x in (1, {})]"],
    "os.stat_float_times": ["it()"],
    "plistlib.readPlist": ["it(plist)['k']"],
    "sys.getcheckinterval": ["it()"],
    "time.accept2dyear": ["bool(it)"],
    "traceback.tb_lineno": ["it(type('T', (), {'tb_lineno': 3, 'tb_frame': None})())"],
    "unittest.makeSuite": ["it(Case).countTestCases()", "it(Case, 'check').countTestCases()"],
    "unittest.getTestCaseNames": ["it(Case, 'check')"],
}
# 2.7's looks at a frame of its own.
ONLY_OURS = ("traceback.tb_lineno",)

RUNNER = r'''
import io, json, os, sys, tempfile, unittest
class Case(unittest.TestCase):
    def test_one(self): pass
    def check_two(self): pass
def raised(call):
    try:
        call()
    except Exception as error:
        return type(error).__name__, str(error)
def made(code):
    path = os.path.join(tempfile.mkdtemp(), "made.py")
    with open(path, "w") as stream:
        stream.write(code)
    return path
PLIST = b"""<?xml version="1.0"?><plist version="1.0"><dict><key>k</key><integer>7</integer></dict></plist>"""
given = json.load(sys.stdin)
answers = {}
for name, part in given.items():
    module, own = name.rsplit(".", 1)
    names = {}
    if part["code"] is None:
        it = getattr(__import__(module, fromlist=["x"]), own)
    else:
        for needed in part["needs"]:
            names[needed.split(".")[0]] = __import__(needed)
        if part["code"].startswith("= "):
            it = eval(part["code"][2:], names)
        else:
            exec(compile(part["code"], name, "exec"), names)
            it = names[own]
    answers[name] = []
    for call in part["calls"]:
        value = eval(call, {"it": it, "raised": raised, "made": made, "Case": Case, "plist": io.BytesIO(PLIST)})
        answers[name].append(json.loads(json.dumps(value)))
json.dump(answers, sys.stdout)
'''


def read_parts():
    with open(PARTS) as stream:
        text = stream.read()
    parts = {}
    for head, body in re.findall(r"^#: (.*)\n((?:(?!#: ).*\n)+)", text, re.MULTILINE):
        name, _, needs = head.partition("  needs ")
        parts[name] = {"needs": [n for n in needs.split(", ") if n], "code": body.rstrip("\n") + "\n"}
    return parts


def ask(python, parts):
    done = subprocess.run([python, "-c", RUNNER], input=json.dumps(parts).encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit("%s: %s" % (python, done.stderr.decode()[-1500:]))
    return json.loads(done.stdout)


def main():
    parts = read_parts()
    for name, part in parts.items():
        part["calls"] = CALLS.get(name, [])
    if set(CALLS) - set(parts):
        sys.exit("no stand-ins: %s" % sorted(set(CALLS) - set(parts)))
    python2 = pythons.find_python2()
    wanted = {}
    if python2 is None:
        print("no Python 2.7 to compare with: what they do is not looked at")
    else:
        originals = {name: dict(part, code=None, calls=[] if name in ONLY_OURS else part["calls"]) for name, part in parts.items()
                     if name not in ("os.lchmod",)}
        wanted = ask(python2, originals)
    bad = 0
    pythons3 = list(pythons.find_python3s((3, 6)).values())
    if not pythons3:
        pythons.skip("no Python 3")
    for python in pythons3:
        have = ask(python, parts)
        for name in sorted(wanted):
            for call, want, got in zip(parts[name]["calls"], wanted[name], have[name]):
                if want != got:
                    bad += 1
                    print("%s: %s: Python 2.7 gives %r, the stand-in under %s %r" % (name, call, want, python, got))
    print("%d stand-ins, %d of them compared, under %d Pythons: %d differences" %
          (len(parts), sum(bool(p["calls"]) for p in parts.values()), len(pythons3), bad))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
