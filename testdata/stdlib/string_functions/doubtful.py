import string
from string import zfill

print string.translate(text, table, 'x')
print string.join(*parts)
print map(zfill, xs, ys)
print reduce(string.join, words)
