# Names of the library that nothing replaces: what stands in does what they did.
import contextlib
import inspect
import operator
import os
import unittest
import plistlib

class Manager(object):
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print "in", self.name
        return self.name
    def __exit__(self, *args):
        print "out", self.name
        return self.name == "b" and args[0] is not None

with contextlib.nested(Manager("a"), Manager("b")) as (a, b):
    print a, b
    raise ValueError("b has it")

print map(operator.div, [7, 7.0, -7], [2, 2, 2]), operator.getslice([1, 2, 3], 1, 3)
items = [1, 2, 3, 4]
operator.setslice(items, 1, 3, [9])
operator.delslice(items, 0, 1)
print items, operator.idiv(9, 2)
tests = [operator.isNumberType, operator.isSequenceType, operator.isMappingType]
print [test(value) for test in tests for value in (1, [1], {1: 2})]
print inspect.formatargspec(["a", "b"], "c", "d", (5,)), inspect.joinseq(["a"]), inspect.strseq(["a", ["b", "c"]], str)
stdin, stdout = os.popen2("cat")
stdin.write("through\n")
stdin.close()
print stdout.read().strip()
stdout.close()
class Some(unittest.TestCase):
    def test_one(self): pass
    def check_two(self): pass
print unittest.makeSuite(Some).countTestCases(), unittest.getTestCaseNames(Some, "check")

import binascii, cgi, commands, doctest, future_builtins, HTMLParser, io, mimetools, os, random, re, rfc822, string, sys
import popen2
from SimpleXMLRPCServer import remove_duplicates
from UserString import MutableString

text = MutableString("hello")
text[0] = "J"
text[1:3] = "E"
text += "!"
print text, len(text), remove_duplicates([3, 3, 3])
packed = binascii.rlecode_hqx(b"aaaaaaaaaab\x90")
print len(packed), binascii.rledecode_hqx(packed) == b"aaaaaaaaaab\x90"
print binascii.a2b_hqx(binascii.b2a_hqx(b"abc") + b":")[1]
environ = {"REQUEST_METHOD": "GET", "QUERY_STRING": "a=1&b=2.5&a=3"}
print sorted(cgi.parse(None, environ).items()), cgi.InterpFormContentDict(environ)["b"]
cgi.print_environ({"x": "<y>"})
print commands.mkarg("a b"), commands.getstatus("/").split()[-1]
try:
    raise HTMLParser.HTMLParseError("bad", (3, 4))
except HTMLParser.HTMLParseError, error:
    print error
    sys.exc_clear()
for encoding in "base64", "quoted-printable", "uuencode":
    coded, plain = io.BytesIO(), io.BytesIO()
    mimetools.encode(io.BytesIO(b"a = b"), coded, encoding)
    coded.seek(0)
    mimetools.decode(coded, plain, encoding)
    print plain.getvalue() == b"a = b"
random.seed(5)
random.jumpahead(9)
print "%.12f" % random.random()
print rfc822.AddressList("A <a@b>, c@d"), rfc822.quote('"')
print re.template("ab").findall("aab"), re.compile("A", re.I | re.T).findall("aA")
print doctest.Tester(globs={"x": 2}).runstring(">>> x\n2\n", "name")[1]
print reduce(string.join, [["a", "b"], "-"]), map(string.zfill, ["7", 8], [3, 3]), string.join(*[["x", "y"], "+"])
print string.translate("abc", string.maketrans("a", "x"), "b"), list(future_builtins.map(string.upper, "ab"))
print apply(string.translate, ("abca", string.maketrans("a", "x"), "bc"))
