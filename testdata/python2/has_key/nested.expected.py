repr(a) in d
(a in e) in d
0o777 in d[repr(a)]
print(a in d, b not in d, end=' ')
(a != b) not in d
raise E(10 in d)
