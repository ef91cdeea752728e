class Match(object):
    def __init__(self, f):
        self.func_name = f.__name__
        self.code = f.__code__

    def show(self):
        print(self.func_name)

print(match.func_name)
