def f(n=None):
    if n < 2: return 1
    return n > 'a'
a = sorted([3, None])
b = '10' > 9
c = max(1, 'a')
v = 'a'
d = v > 9
e = {} < {'a': 1}
