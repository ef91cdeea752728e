def f(n=None):
    if n < 2: return 1
    return n > 'a'
a = sorted([3, None])
b = '10' > 9
c = max(1, 'a')
v = 'a'
d = v > 9
e = {} < {'a': 1}
def g(limit=None):
    return 5 < limit, [x for x in xs if x >= limit], not limit <= x
h = sorted([3, None, 1, 'a']), min([None, 2]), max('a', None), sorted([1, None], reverse=True), sorted((1, x, None))
i = cmp({}, {}), max({}, {}), sorted([{}, {}])
