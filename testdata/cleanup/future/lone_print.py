from __future__ import print_function, division
x = 1
print
