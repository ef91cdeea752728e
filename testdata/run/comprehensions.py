# Python 2 lets a list comprehension loop over a bare tuple.
a, b, c = 1, 2, 3
print [x for x in 1, 2, 3]
print [x for x in a, b]
print [x * 2 for x in a, b if x > 1]
print [x + y for x in a, b for y in 10, 20]
print [(x, y) for x in 'p', 'q' for y in a, b if y <> x]
print [f() for f in lambda: 1, lambda: 2]
print [x for x in (1, 2)], [x for x in [3, 4]], [x for x in (5), (6)]
print [(x) for x in -1, +1], [x for x in not a, a or b]
print [[y for y in x, x] for x in 1, 2]
print [x for x in 1,
       2,  # the second
       3]
print [`x` for x in 'a', 1], [x for x in `a`, `b`]
print [d.has_key(1) for d in {}, {1: 2}]
print [n for n, s in (1, 'x'), (2, 'y')]
print sum([x for x in a, b, c]), len([1 for x in a, b, ])
print list(x for x in (a, b))
print [k for k in sorted({'z': 1}.keys()), 'end'][1]
for x in 1, 2: print x,
print "end"
for x in (1, 2), [3]: print len(x),
print [x for x in 'ab' if x in ('a', 'c')]
