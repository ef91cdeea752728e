#!/usr/bin/env python3
"""Is each stand-in of fixers/stand_ins.txt code that every Python 3 runs, and does it what the library's own did?

    stand_ins_test.py

Every part is run under each Python 3 that is here, with the modules and parts that it says it needs and no others; where
there is a Python 2.7, what it stands in for has to be in its library, and the calls below have to give the same under both.
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
GET = "{'REQUEST_METHOD': 'GET', 'QUERY_STRING': 'a=1&b=2.5&a=3&c=x%20'}"
URLENCODED = "{'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'application/x-www-form-urlencoded', 'CONTENT_LENGTH': '7'}"
MULTIPART = "{'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'multipart/form-data; boundary=xYx'}"
HQX = ["plain(it(b'%s'))" % data for data in
       ("", "abc", "\\x90", "aaaaaaa\\x90\\x90b", "\\x90\\x90\\x90\\x90\\x90", "\\x00\\xff\\x10")]
ENCODINGS = ["piped(it, %s, '%s')" % (data, encoding) for data in (r"b'a=b \xe9\n' * 30", "b''")
             for encoding in ("base64", "quoted-printable", "7bit", "uuencode", "x-uue", "none such")]
CALLS = {
    "HTMLParser.HTMLParseError": ["str(it('bad', (3, 4)))", "str(it('bad'))", "it('bad', (3, 4)).lineno", "raised(lambda: it(''))[0]"],
    "SimpleXMLRPCServer.remove_duplicates": ["sorted(it(['a', 'b', 'a']))"],
    "UserString.MutableString": ["changed(it('hello'))", "raised(lambda: hash(it('x')))[0]", "str(it('x').immutable())",
                                 "raised(lambda: it('x').__setitem__(5, 'y'))[0]", "raised(lambda: it('x').__setitem__(slice(0, 9, 2), 'y'))[0]"],
    "binascii.b2a_hqx": HQX, "binascii.rlecode_hqx": HQX,
    "binascii.a2b_hqx": ["plain(it(b'B@*!r:xx'))", "plain(it(b'B@*M\\r\\n'))", "raised(lambda: it(b'B@*'))[0]", "raised(lambda: it(b'w.'))[0]"],
    "binascii.rledecode_hqx": ["plain(it(b'a\\x90\\x05\\x90\\x00b'))", "raised(lambda: it(b'\\x90\\x05'))[0]", "raised(lambda: it(b'a\\x90'))[0]",
                               "plain(it(b'\\x90\\x00\\x90\\x03'))"],
    "cgi.parse": ["it(None, %s)" % GET, "it(io.BytesIO(b'x=1&y=2'), dict(%s, QUERY_STRING='z=3'))" % URLENCODED,
                  "plain(it(io.BytesIO(FORM), %s))" % MULTIPART, "it(None, {}, strict_parsing=0)"],
    "cgi.parse_multipart": ["plain(it(io.BytesIO(FORM), {'boundary': 'xYx'}))"],
    "cgi.FormContentDict": ["it(%s).dict['a']" % GET, "it(%s).query_string" % GET, "sorted(it(%s).items())" % GET],
    "cgi.FormContent": ["it(%s).values('a')" % GET, "it(%s).value('none')" % GET, "it(%s).indexed_value('a', 1)" % GET,
                        "it(%s).indexed_value('a', 2)" % GET, "it(%s).stripped('c')" % GET, "it(%s).length('a')" % GET],
    "cgi.SvFormContentDict": ["it(%s)['b']" % GET, "it(%s).getlist('b')" % GET, "sorted(it(%s).items(), key=str)" % GET,
                              "raised(lambda: it(%s)['a'])" % GET, "sorted(it(%s).values(), key=str)" % GET],
    "cgi.InterpFormContentDict": ["sorted(it(%s).items(), key=str)" % GET, "raised(lambda: it(%s)['a'])" % GET,
                                  "it(%s)['b']" % GET, "it(%s)['c']" % GET, "sorted(it(%s).values(), key=str)" % GET],
    "cgi.print_arguments": ["printed(it)"], "cgi.print_directory": ["printed(it)"],
    "cgi.print_environ": ["printed(it, {'b': '<1>', 'a': '&'})"],
    "cgi.print_exception": ["printed(it, ValueError, ValueError('a < b'), None)"],
    "cgi.print_form": ["printed(it, {})", "printed(it, {'b': '<', 'a': [1]}).replace('type', 'class')"],
    "commands.getstatus": ["it('/')"], "commands.mkarg": ["it('a b')", "it('a\\'b$')"], "commands.mk2arg": ["it('/a', 'b c')"],
    "doctest.Tester": ["it(globs={'x': 3}).runstring('>>> x\\n3\\n', 'n')", "it(globs={}).rundict({'f': DOCUMENTED}, 'm')",
                       "it(globs={}).run__test__({'t': '>>> 1\\n1\\n>>> 2\\n2\\n'}, 'm')", "raised(it)[0]"],
    "httplib.HTTP": ["served(it)"],
    "md5.blocksize": ["it"], "md5.digest_size": ["it"], "sha.blocksize": ["it"], "sha.digest_size": ["it"], "sha.digestsize": ["it"],
    "urllib.always_safe": ["it"], "new.instance": ["it(Plain, {'a': 1}).a", "it(Plain).__dict__"],
    "mimetools.encode": ENCODINGS,
    "mimetools.decode": ["piped(it, b'YWJj', 'base64')", "piped(it, b'a=3Db', 'quoted-printable')", "piped(it, b'x', '8bit')",
                         "piped(it, b'Hi\\nbegin 644 x\\n#86)C\\n \\nend\\nrest', 'uue')",
                         "piped(it, b'begin 644 x\\n#86)CAAAAAAA\\nend\\n', 'uuencode')", "piped(it, b'x', 'none such')"],
    "plistlib.Plist": ["it.fromFile(plist).k", "written(it)", "raised(lambda: it().none)[0]"],
    "random.jumpahead": ["jumped(it, 1)", "jumped(it, 123456789)"],
    "rfc822.AddressList": ["str(it('A B <a@b>, c@d'))", "(it('a@b, c@d') + it('c@d, e@f')).addresslist",
                           "(it('a@b, c@d') - it('c@d')).addresslist", "it(None).addresslist", "it('a@b')[0]"],
    "rfc822.dump_address_pair": ["it(('A', 'b'))", "it(('', 'b'))"],
    "ssl.match_hostname": ["[fails(it, certificate, host) for certificate in CERTIFICATES for host in HOSTS]"],
    "unittest.findTestCases": ["it(type(unittest)('m')).countTestCases()"],
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
    "unittest.makeSuite": ["it(Case).countTestCases()", "it(Case, 'check').countTestCases()",
                           "[test.id() for test in it(Case, 'test', backwards)]"],
    "unittest.getTestCaseNames": ["it(Case, 'check')", "it(Case, 'test', backwards)"],
}
# 2.7's looks at a frame of its own.
ONLY_OURS = ("traceback.tb_lineno",)

RUNNER = r'''
import io, json, os, random, socket, ssl, sys, tempfile, threading, unittest
class Case(unittest.TestCase):
    def test_one(self): pass
    def test_two(self): pass
    def check_two(self): pass
class Plain:
    def __init__(self, needed): pass
def backwards(a, b):
    return (a < b) - (a > b)
def DOCUMENTED():
    """
    >>> 1 + 1
    2
    """
def plain(value):
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, dict):
        return dict((key, plain(item)) for key, item in value.items())
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value
class Output:
    def __init__(self):
        self.text = ""
    def write(self, text):
        self.text += text
def printed(function, *args):
    kept, sys.stdout = sys.stdout, Output()
    try:
        function(*args)
        return sys.stdout.text
    finally:
        sys.stdout = kept
def changed(text):
    text[0] = "J"
    text[1:3] = "EEE"
    del text[-1]
    text += "!"
    text *= 2
    text.insert(0, "<")
    text.append(">")
    found = [str(text), text.count("E"), text.index("!")]
    del text[2:4]
    text[::-1] = "cba"
    return found + [str(text)]
def piped(function, data, encoding):
    output = io.BytesIO()
    try:
        function(io.BytesIO(data), output, encoding)
    except ValueError as error:
        return str(error)
    return plain(output.getvalue())
def written(kind):
    made, output = kind(a=1), io.BytesIO()
    made.b = [kind(c=2)]
    del made.a
    made.write(output)
    return kind.fromFile(io.BytesIO(output.getvalue())).b[0].c
def jumped(function, distance):
    random.seed(7)
    random.gauss(0, 1)
    function(distance)
    return [random.random(), random.gauss(0, 1)]
def served(kind):
    server, got = socket.socket(), []
    server.bind(("127.0.0.1", 0))
    server.listen(1)
    def serve():
        connection = server.accept()[0]
        request = b""
        while b"\r\n\r\n" not in request:
            request += connection.recv(1000)
        got.append(plain(request))
        connection.sendall(b"HTTP/1.0 200 Fine\r\nX-A: b\r\n\r\nbody")
        connection.close()
    thread = threading.Thread(target=serve)
    thread.start()
    client = kind("127.0.0.1", server.getsockname()[1])
    client.putrequest("GET", "/x")
    client.putheader("A", "b")
    client.endheaders()
    status, reason, headers = client.getreply()
    body = client.getfile().read()
    client.close()
    thread.join()
    server.close()
    return [got, status, reason, headers["X-A"], plain(body)]
def fails(function, certificate, host):
    try:
        return function(certificate, host)
    except (ValueError, ssl.CertificateError):
        return True
HOSTS = ["a.b.c", "A.B.c", "x.b.c", "xa.b.c", "b.c", "c", "y.x.b.c", "xn--a.b.c", "", ".b.c"]
CERTIFICATES = [{"subjectAltName": [("DNS", name)]} for name in
                ("a.b.c", "*.b.c", "x*.b.c", "*a.b.c", "x*a.b.c", "*", "*.", "a.*.c", "xn--*.b.c", "*.*", "**.b.c", "")]
CERTIFICATES += [{}, {"subject": [[("commonName", "a.b.c")]]}, {"subject": [[("commonName", "*.b.c"), ("x", "c")]]},
                 {"subjectAltName": [("DNS", "c"), ("IP", "a.b.c")], "subject": [[("commonName", "a.b.c")]]}]
FORM = (b'--xYx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xYx\r\nContent-Disposition: form-data; name="f"; '
        b'filename="x.bin"\r\nContent-Type: application/octet-stream\r\n\r\n\x00\xff\r\n\n\r\n--xYx\r\n'
        b'Content-Disposition: form-data; name="a"\r\n\r\n2\r\n--xYx--\r\n')
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
        for before in part["before"]:
            exec(compile(before, name, "exec"), names)
        if part["code"].startswith("= "):
            it = eval(part["code"][2:], names)
        else:
            exec(compile(part["code"], name, "exec"), names)
            it = names[own]
    answers[name] = []
    for call in part["calls"]:
        value = eval(call, dict(globals(), it=it, plist=io.BytesIO(PLIST)))
        answers[name].append(json.loads(json.dumps(value)))
json.dump(answers, sys.stdout)
'''


def read_parts():
    with open(PARTS) as stream:
        text = stream.read()
    parts = {}
    for head, body in re.findall(r"^#: (.*)\n((?:(?!#: ).*\n)+)", text, re.MULTILINE):
        name = head.split("  ")[0]
        part = {"needs": listed(head, "needs"), "code": body.rstrip("\n") + "\n", "before": []}
        for other in listed(head, "with"):
            part["before"] += parts[other]["before"] + [parts[other]["code"]]
            part["needs"] += parts[other]["needs"]
        parts[name] = part
    return parts


def listed(head, word):
    found = re.search("  %s (.*?)(  |$)" % word, head)
    return found.group(1).split(", ") if found else []


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
    for part in parts.values():
        for own, base in re.findall(r"^class (\w+)\((\w+)\):", part["code"], re.MULTILINE):
            if own < base and any(name.endswith("." + base) for name in parts):
                sys.exit("%s would be defined before its base" % own)
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
