import numpy
xs.sort()
xs.sort(key=f, reverse=True)
ys = sorted(xs, key=f)
numpy.sort(xs, 1)
array.sort(1)
query.sort('name')

class A:
    def sort(self, how): pass
    def all(self): self.sort(how)
