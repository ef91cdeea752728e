# -*- coding: utf-8 -*-
from __future__ import unicode_literals


def codes(text):
    return [ord(c) for c in text]


print codes('\u0041\u20ac'), codes("\N{EURO SIGN}")
print codes(u'\u0041'), codes(r'\d\n')
print codes(r'\u0041'), codes(ur'\u0042'), codes(R'\x')
print codes('é€'), codes(u"é"), len('ü')
print codes('\\u0041'), codes('\x41')
print isinstance('x', unicode), isinstance('x', basestring), isinstance(u'', unicode)
print codes('''\u0041
'''), codes('a' "\u0062")
print 'plain', 'a' + u'b', '%s-%s' % ('x', 1)
print {'k': 'v'}['k'], 'abc'.upper()
print unicode(5) + '5', unichr(65) + 'B'
