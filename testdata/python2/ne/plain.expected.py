a != b
a!=b
a != b != c == d
if not a != b: pass
while a != -1: pass
a = b if c != d else e
a = "<>", '<>'  # a <> b
f(a != b, c=d != e)
a[b != c]
