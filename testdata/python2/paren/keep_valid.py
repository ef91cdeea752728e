a = [b for b in (1, 2)]
a = (b for b in c)
a = {b for b in c}
a = {b: c for b, c in d}
a = [b for b in c if b in (1, 2)]
a = [f(g, h) for g, h in d for e in (1, 2)]
for a in 1, 2: pass
a = f((b for b in c), d)
