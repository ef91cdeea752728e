# py3k-test: -f xrange
x = range(3)
