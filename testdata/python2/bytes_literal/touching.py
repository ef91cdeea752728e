x = b"a" "b"
y = b'a' u'b'
z = ("a"
     br'b'   # raw
     'c')
w = ''b''u''
print u''u'', ""u'a'u"b"
print not x, "a" in"b" b"c"
