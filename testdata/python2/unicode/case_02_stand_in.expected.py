import sys


def local(value):
    return str(value)


# Kept apart from the others.

if sys.version_info[0] >= 3:
    xrange = range

print(chr(3), isinstance(x, (str, int)), int(4), xrange(5))
