def unicode(value):
    return "<%s>" % value
