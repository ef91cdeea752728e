x = br"a\d" b"b\\d"
y = b"\\u1234" b"\xff"
