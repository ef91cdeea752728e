def load(name):
    return __import__(name, globals(), locals())


helper = __import__('helper', globals())
system = __import__('os', globals(), locals(), [], -1)
print helper.x
