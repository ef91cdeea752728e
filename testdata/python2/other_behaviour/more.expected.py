import array, random
try:
    f()
except KeyError as e:
    print(repr(e))
    log(repr(e))
print(array.array('c', b'abc'), array.array('B', [1]), random.sample(list(set([1, 2])), 1), random.sample(xs, 1))
