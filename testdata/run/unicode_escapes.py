# What a backslash means depends on the prefix; only code points are printed.
def codes(text):
    return [ord(c) for c in text]


print codes(u'\u0041\u20ac'), len(u"\u1234")
print codes(u'\N{EURO SIGN}'), codes(u"\x41\101\n\t")
print codes(u'\U00000041')
print codes('\u0041'), len('\u1234')
print codes("\U00000041"), codes('\N{DASH}')
print codes("\N"), codes('\u'), codes("\U0001")
print codes('\x41\n\101'), codes('\\u0041'), codes('\\\u0041')
print codes('\d\w\.'), codes(u'\d\w\.')
print codes(ur'\u0041\n'), codes(ur"\d\u20ac")
print codes(ur'\\u0041'), codes(ur'\x41'), codes(ur'\N')
print codes(ur'a\'b'), codes(ur"\"")
print codes(r'\u0041\n'), codes(R"\N{DASH}")
print codes(U'\u00e9'), codes(UR'\u00e9\t'), codes(Ur'\t'), codes(uR'\x')
print codes(u'a' '\u0062'), codes('\u0061' u'\u0062')
print codes("""\u0041
\N{A}"""), codes(u"""\u0041
""")
print codes(ur'''\u0041
'"''')
print codes(u''), codes(ur''), codes(u"'"), codes(u'"')
print u'abc' == 'abc', {u'k': 1}['k'], u'%s' % 'x' + u'y'
print u"a".upper() + U"b", u'\\', ur'\\', u'\''
print `u'a' == 'a'`, u'x'*3, u'abc'[1:]
