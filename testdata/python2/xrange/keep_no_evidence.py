# py3k-test: --from auto
import numpy
x = numpy.ones(3) + range(3)
y = range(4)[2]
