class Count(object):
    long = "attribute"

    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


print long(3), long("12"), long("ff", 16), long(2.9), long()
print long('-5') + 1, long(int(Count(7)))
print isinstance(3, (int, long)), isinstance(2 ** 80, (int, long))
print isinstance("3", (long, int)), isinstance(2 ** 80, long)
print [long(t) for t in ["1", "2"]] == [1, 2]
to_number = long
print to_number("8"), {'l': long}['l']("9")
print issubclass(long, object), callable(long)
print Count.long, Count(1).long
convert = {'n': long, 's': str}
print convert['n']("10"), convert['s'](10)


def total(items, kind=long):
    result = kind(0)
    for item in items:
        result += long(item)
    return result


print total(["1", 2, 3.7])
print total([], kind=int), dict(long=4)['long']


def shadow(long):
    return long * 2


def local():
    long = "a local"
    return long


print shadow(long=21), shadow("x"), local()
print list(long for long in (1, 2))
print (lambda long: long + 1)(1)
print 10L == long(10), type(1L) is long, type(1L) == long
