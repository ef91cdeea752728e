import array, random
try:
    f()
except KeyError, e:
    print repr(e)
    log(repr(e))
print array.array('c', 'abc'), array.array('B', [1]), random.sample(set([1, 2]), 1), random.sample(xs, 1)
