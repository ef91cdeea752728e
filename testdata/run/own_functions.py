# Lists that go to functions of the file, which go through them once, more than once, later, or change what they came from.
import operator

counts = {'a': 1, 'b': 2}


def prod(numbers):
    return reduce(operator.mul, numbers, 1)


def ordered(names):
    if counts:
        return sorted(names)


def doubled(numbers):
    return map(lambda n: 2 * n, numbers)


def twice(numbers):
    return sum(numbers) + sum(numbers)


def each_time(numbers):
    return [sum(numbers) for n in range(3)]


def later(names):
    counts['late'] = 9
    yield sorted(names)


def on_demand(names):
    return lambda: sorted(names)


def cleared(names):
    counts.clear()
    return sorted(names)


def pruned(names):
    for name in names:
        if name != 'a':
            del counts[name]


print prod(map(len, ['ab', 'abc', 'd']))
print ordered(counts.keys()), ordered(filter(None, ['z', '', 'y']))
print sorted(doubled(counts.values()))
print twice(map(len, ['ab', 'abc'])), each_time(map(len, ['ab', 'abc']))
for names in later(counts.keys()):
    print names
ask = on_demand(counts.keys())
counts['more'] = 1
print ask()
pruned(counts.keys())
print counts
print cleared(counts.keys()), counts
