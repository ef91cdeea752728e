a = [repr(b) for b in (repr(c), 0o777)]
a = [b for b in (c != d, [e for e in (1, 2)])]
a = repr([b for b in (1, 2)])
print([b for b in (1, 2)], end=' ')
a = [b for b in (10, e in d)]
