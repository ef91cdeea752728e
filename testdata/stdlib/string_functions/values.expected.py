import string
from functools import reduce

steps = [lambda words, sep=' ': sep.join(words), lambda s, table, deletions='': s.translate(dict.fromkeys(map(ord, deletions))).translate(table or {}), lambda x, width: (x if isinstance(x, str) else repr(x)).zfill(width)]
print(reduce(lambda words, sep=' ': sep.join(words), words), (lambda words, sep=' ': sep.join(words))(*parts), apply_all(str.upper, words), str.strip(*parts))
print(text.translate(dict.fromkeys(map(ord, "x" + y))).translate(table), text.translate(table), str(x).zfill(3) or (lambda words, sep=' ': sep.join(words)))
print([f for f in ((lambda words, sep=' ': sep.join(words)), str.lower)], string.join(sep=",", words=x))
