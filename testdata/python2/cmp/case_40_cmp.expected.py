import random


def cmp(a, b):
    return (a > b) - (a < b)


class Version(object):
    def __init__(self, parts):
        self.parts = parts

    def compare(self, other):
        return cmp(self.parts, other.parts) or cmp(len(self.parts), len(other.parts))


def sign(a, b):
    if a == b:
        return 'equal'
    if a.lower() == b.lower():
        return 'alike'
    return 'less' if a[0] < b[0] else 'more'


x = -cmp(a, b)  # turned round
y = cmp (  a + 1,  # first
           b)
xs.sort()
xs.sort(key=lambda a: a.name())
print(cmp(cmp(a, b), 0))
