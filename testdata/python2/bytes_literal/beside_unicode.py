x = u"a" b"b"; print x
y = b"\u0041" u"\u0041"
z = br"\d" ur"\d"
w = b"\d\u0041" b"\d" u"\d"
