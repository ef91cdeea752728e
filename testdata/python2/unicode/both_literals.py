# py3k-test: --from 2 --target 2+3
a = u"a", U'b', ur"\d\u00e9", uR'\n', "\u1234", u"\u1234"
b = u"a" b"b"
c = unicode(a), unichr(1), isinstance(a, (str, unicode))
