import struct, os
def blocks(w, b):
    for x in range(w / b):
        print x,

def bar(n):
    return '#' * (n / 10)

def hms(s):
    m = s / 60
    return '%s:%02d' % (m, s % 60)
print hms(125)

n, = struct.unpack('>H', b'\0\7')
print n / 2, struct.unpack('<2sf', data)[1] / 2, struct.unpack('<2sI', data)[1] / 3
print os.path.getsize(__file__) / 1024

def search(xs, key):
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) / 2
        if xs[mid] < key:
            lo = mid + 1
        else:
            hi = mid
    return lo

def half(a):
    return a[:len_of(a) / 2]

def bits(x):
    return (x / 8) & 7, (x / 8) << 1, ~(x / 2), chr(x / 256)

class Counter:
    total = 0
    def __init__(self, n):
        self.n = n
        self.rest = 10
        self.i, self.j = 1, 2.0
    def share(self):
        self.total += 1
        return self.total / 2, self.n / 2, self.rest / 3, self.i / 2, self.j / 2, self.unknown / 2
Counter(3)

def delta(d, x):
    return d.days / 7, d.total_seconds() / 60, "%d%%" % (x / 100), "%x" % (x / 16), x / 60

i = 0
while i < 9:
    i = i + 1
    print i / 2
for k, item in enumerate(items):
    print k / 2
width, height = 10, f(1)
print width / 2, height / 2, "a/b".join(x) / 2
total = max(len(a), 3) / 2
m = 5
m /= 2
def result(x):
    return 3 if x else 4
print result(1) / 2
def avg(xs): return sum(xs) / len(xs), max(xs) / 2
print avg([1, 2, 4]), avg(range(3))
for one in [1, 2]: print one / 2
for other in (1, 2.5): print other / 2
