# py3k-test: --from 2 --target 2+3
for i in xrange(9):
    numbers = list(range(i))
for i in range(9):
    f(xrange(i))
