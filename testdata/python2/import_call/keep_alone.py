def load(name):
    return __import__(name, globals(), locals())
