# py3k-test: --from 2 --target 2+3
a = u"a", U'b', u"\\d\u00e9", u'\\n', "\\u1234", u"\u1234"
b = u"a" "b"
c = unicode(a), unichr(1), isinstance(a, (str, unicode))
