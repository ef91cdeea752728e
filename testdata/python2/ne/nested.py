`a` <> `b <> c`
d.has_key(a <> b) <> d.has_key(c)
print a <> b,
0777 <> 10L
assert a <> b, `c <> d`
