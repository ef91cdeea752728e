import string
from functools import reduce

print(text.translate(dict.fromkeys(map(ord, 'x'))).translate(table))
print((lambda words, sep=' ': sep.join(words))(*parts))
print(list(map(lambda x, width: (x if isinstance(x, str) else repr(x)).zfill(width), xs, ys)))
print(reduce(lambda words, sep=' ': sep.join(words), words))
