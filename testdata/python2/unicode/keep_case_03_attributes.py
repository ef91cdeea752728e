import unicode

x = unicode.unicode, y.unicode
f(unicode=3)
