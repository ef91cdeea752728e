import itertools
x = zip(a, b), zip(a), map
