import string
from string import zfill
from functools import reduce

print(string.translate(text, table, 'x'))
print(string.join(*parts))
print(list(map(zfill, xs, ys)))
print(reduce(string.join, words))
