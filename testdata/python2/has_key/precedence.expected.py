(a in d) == b
(a or b) in d
(a if b else c) in d
(lambda: a) in d
(a for a in b) in d
(a, b) in d
(not a) in d
(a + b in d) + c
-(a in d)
a not in d
not (a in d) == b
a not in d and b
(a in d).b
(a in d)[b]
a in (d or e)
a in (d + e)
a in (lambda: d)()
f(a in d, *b in d)
a if b in d else c
(a in d) in b
[a for a in b if a in d]
