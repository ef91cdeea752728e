print isinstance(x, basestring), isinstance(x, (basestring, int))
kinds = [basestring]
if isinstance(x, basestring): y = 1
