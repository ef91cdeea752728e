import math
from math import ceil, floor

print(float(math.floor(x)), float(ceil(x)) + 1, -float(floor(x)))
n = float(math.floor(y))
print('at', n)
m = math.ceil(y)
xs[int(m)] = int(math.floor(z))
text = str(float(floor(x))) + '%s' % float(ceil(x)) + '%d' % ceil(x) + '%s %s' % (1, float(floor(x)))
if math.floor(x) > 3: pass
print(int(floor(x)), f(floor(x)))
