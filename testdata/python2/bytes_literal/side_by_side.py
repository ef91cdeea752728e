# coding: utf-8
x = b"a" "b"
y = "a" b"b"; print y
z = (br"a\d"
     "b")
w = "é" b"a"
v = "\u1234" b"\xff" r"\u"
