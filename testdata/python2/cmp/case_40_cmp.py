import random


class Version(object):
    def __init__(self, parts):
        self.parts = parts

    def compare(self, other):
        return cmp(self.parts, other.parts) or cmp(len(self.parts), len(other.parts))


def sign(a, b):
    if cmp(a, b) == 0:
        return 'equal'
    if not cmp(a.lower(), b.lower()):
        return 'alike'
    return 'less' if cmp(a[0], b[0]) < 0 else 'more'


x = -cmp(a, b)  # turned round
y = cmp (  a + 1,  # first
           b)
xs.sort(cmp)
xs.sort(lambda a, b: cmp(a.name(), b.name()))
print cmp(cmp(a, b), 0)
