from __future__ import division
x = 7 / 2
