d.has_key(a) == b
d.has_key(a or b)
d.has_key(a if b else c)
d.has_key(lambda: a)
d.has_key(a for a in b)
d.has_key((a, b))
d.has_key(not a)
d.has_key(a + b) + c
-d.has_key(a)
not d.has_key(a)
not d.has_key(a) == b
not d.has_key(a) and b
d.has_key(a).b
d.has_key(a)[b]
(d or e).has_key(a)
(d + e).has_key(a)
(lambda: d)().has_key(a)
f(d.has_key(a), *d.has_key(b))
a if d.has_key(b) else c
d.has_key(a) in b
[a for a in b if d.has_key(a)]
