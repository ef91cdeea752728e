# py3k-test: -f idioms
if isinstance(x, T): pass
if not isinstance(x + y, T): pass
if not not isinstance(x, d.get('T')): pass
while True:
    v = sorted(t)
    # in order
    w = sorted(b.keys())
