a = [b for b in (1, 2)]
a = [b for b in (1, 2,)]
a = [b for b in (1,)]
a = [b for b in (1, 2) if b]
a = [b for b in (1, 2) if b if c]
a = [b for b in c]
a = [b for b in (1, 2)]
a = []
for b, c in (1, 2):
    a.append(b)
a = [b for b in (lambda: True, lambda: False) if b()]
a = [b for b in (lambda x, y: True)]
a = [b for b in c if (lambda: b)]
a = [(b, c) for b in d if b in (1, 2)]
a = f(b for b in c )
