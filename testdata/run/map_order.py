# When map() and filter() call their function, and what they do where one list is at its end.
def show(x):
    print "f", x
    return x


def refuse(x):
    if x > 2:
        raise ValueError(x)
    return x


def pair(a, b):
    return (a, b)


def add(a, b):
    return a + b


seen = []


def note(x):
    seen.append(x)
    return True


for n in map(show, [1, 2]):
    print "body", n
for n in filter(show, [1, 2]):
    print "body", n
done = []
try:
    for n in map(refuse, [1, 2, 3]):
        done.append(n)
except ValueError:
    print "refused", done
for n in map(show, [1, 2, 3]):
    break
print any(map(note, [1, 2])), seen
table = {1: "a", 2: "b"}
for value in map(lambda k: table[k], [1, 2]):
    table[2] = "changed"
    print value
total = 0
for n in map(lambda x: x + total, [1, 2]):
    total += n
print total
words = ["a", "b"]
print map(lambda n, w: (n, w), range(len(words)), words)


class Logger(object):
    def __init__(self):
        self.lines = []

    def log(self, x):
        self.lines.append(x)
        return x

    def run(self, xs):
        for x in map(self.log, xs):
            self.lines.append("body %s" % x)
        return self.lines


print Logger().run([1, 2])
