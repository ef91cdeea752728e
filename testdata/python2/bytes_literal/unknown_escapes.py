# coding: utf-8
x = b"a\d" "b\d"
y = "\u1234" b"\xff"
