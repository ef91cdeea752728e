from functools import reduce
reduce(f, xs)

class A:
    def reduce(self, f): return self.reduce(f)
