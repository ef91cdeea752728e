import string
from string import join as glue, zfill, translate

steps = [string.join, string.translate, zfill]
print reduce(glue, words), string.join(*parts), apply_all(string.upper, words), string.strip(*parts)
print translate(text, table, "x" + y), string.translate(text, table), string.zfill(x, 3) or string.join
print [f for f in string.join, string.lower], string.join(sep=",", words=x)
