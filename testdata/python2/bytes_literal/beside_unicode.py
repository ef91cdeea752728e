x = u"a" b"b"; print x
y = b"\u0041" u"\u0041"
z = br"\d" ur"\d"
