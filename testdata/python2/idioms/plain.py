# py3k-test: -f idioms
if type(x) == T: pass
if T is not type(x + y): pass
if not type(x) != d.get('T'): pass
while 1:
    v = list(t)
    # in order
    v.sort()
    w = b.keys()
    w.sort()
