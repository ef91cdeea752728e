import math
from math import ceil, floor

print math.floor(x), ceil(x) + 1, -floor(x)
n = math.floor(y)
print 'at', n
m = math.ceil(y)
xs[int(m)] = int(math.floor(z))
text = str(floor(x)) + '%s' % ceil(x) + '%d' % ceil(x) + '%s %s' % (1, floor(x))
if math.floor(x) > 3: pass
print int(floor(x)), f(floor(x))
