print([x for x in a if (lambda: b) if (lambda: c)])
y = [x for x in a if (lambda v, w=1: v) for z in x]
z = [x for x in a if (lambda: (b if b else c))]
w = (x for x in a if (lambda: lambda: b))
