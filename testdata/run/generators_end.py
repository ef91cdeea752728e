# Generators that next() ends, and raise StopIteration.
import itertools


def pairs(items):
    it = iter(items)
    while True:
        first = it.next()
        yield (first,
               it.next())  # the second


def chunks(it, n):
    it = iter(it)
    while 1:
        chunk = [next(it) for i in range(n)]
        yield chunk


def guarded(it):
    try:
        while True:
            try:
                yield int(it.next())
            except ValueError:
                yield None
    finally:
        print 'closed'


def printed(it):
    yield 0
    while True:
        print it.next(),
        yield 1


def caught(it):
    try:
        yield it.next()
        yield it.next()
    except StopIteration:
        yield 'end'


def until(it, last):
    for x in it:
        if x == last:
            raise StopIteration
        yield x


print list(pairs('abcde')), list(chunks(range(5), 2))
rest = list(guarded(iter(['1', 'x'])))
print rest
rest = list(printed(iter('ab')))
print rest, list(caught(iter('a'))), list(until('abc', 'c'))
