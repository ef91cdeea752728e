import simplejson


def dumps(x, encoding=None):
    return simplejson.dumps(x, encoding=encoding)


dumps(1, encoding='utf-8')
