def f(n=None):
    if n is None or n < 2: return 1
    return n is not None and n > 'a'
a = sorted([3, None], key=lambda x: (x is not None, x))
b = '10' > 9
c = max(1, 'a', key=lambda x: (isinstance(x, str), x))
v = 'a'
d = v > 9
e = {} < {'a': 1}
def g(limit=None):
    return limit is not None and 5 < limit, [x for x1 in xs if [x := x1] if limit is None or x >= limit], not (limit is None or limit <= x)
h = sorted([3, None, 1, 'a'], key=lambda x: (x is not None, isinstance(x, str), x)), min([None, 2], key=lambda x: (x is not None, x)), max('a', None, key=lambda x: (x is not None, x)), sorted([1, None], reverse=True), sorted((1, x, None))
i = int({} != {}), max({}, {}), sorted([{}, {}])
