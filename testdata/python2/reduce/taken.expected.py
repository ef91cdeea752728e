from functools import reduce

class A:
    def reduce(self):
        return reduce(f, self.xs)

def g(reduce):
    return reduce(f)
