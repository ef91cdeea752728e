import http.client, html.parser
import subprocess as shell
from collections import UserString
import collections
import collections.abc
import shlex
import subprocess


class HTMLParseError(Exception):
    def __init__(self, msg, position=(None, None)):
        assert msg
        self.msg = msg
        self.lineno, self.offset = position

    def __str__(self):
        line = '' if self.lineno is None else ', at line %d' % self.lineno
        return self.msg + line + ('' if self.offset is None else ', column %d' % (self.offset + 1))


class MutableString(collections.UserString, collections.abc.MutableSequence):
    __hash__ = None

    def __init__(self, string=''):
        self.data = string

    def __setitem__(self, index, sub):
        if not isinstance(index, slice):
            self.data[index]
            index %= len(self.data)
            index = slice(index, index + 1)
        sub = str(sub)
        start, stop, step = index.indices(len(self.data))
        if step == -1:
            start, stop, sub = stop + 1, start + 1, sub[::-1]
        elif step != 1:
            raise TypeError('invalid step in slicing assignment')
        self.data = self.data[:min(start, stop)] + sub + self.data[stop:]

    def __delitem__(self, index):
        self[index] = ''

    def insert(self, index, value):
        self[index:index] = value

    def immutable(self):
        return collections.UserString(self.data)

    def __iadd__(self, other):
        self.data += str(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self


def getstatus(file):
    return subprocess.getoutput('ls -ld ' + shlex.quote(file))


def remove_duplicates(lst):
    return list(dict.fromkeys(lst))


connection = http.client.HTTPConnection("host")
try:
    html.parser.HTMLParser().feed(text)
except HTMLParseError as error:
    print(error)
print(getstatus("/"), shell.getoutput("ls"), MutableString("x"), UserString("y"), remove_duplicates([1, 1]))
