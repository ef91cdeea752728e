print(x[...], x[...], x[ ..., 1])
# one
y = x[... , ::2]
from . . import z
