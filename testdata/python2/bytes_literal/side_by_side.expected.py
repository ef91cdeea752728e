x = b"a" b"b"
y = b"a" b"b"; print(y.decode('ascii'))
z = (br"a\d"
     b"b")
w = b"\xc3\xa9" b"a"
v = b"\\u1234" b"\xff" br"\u"
