import os
total = reduce(lambda x, y: x + y, xs, 0)
first = partial(reduce, f)
print reduce(f, `x`)
