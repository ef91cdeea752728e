import math
n = int(math.floor(x)) + math.ceil(y)
xs[int(n)] = '%d' % math.floor(x)
class floor(object):
    pass
text = str(floor())
