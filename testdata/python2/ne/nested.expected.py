repr(a) != repr(b != c)
((a != b) in d) != (c in d)
print(a != b, end=' ')
0o777 != 10
assert a != b, repr(c != d)
