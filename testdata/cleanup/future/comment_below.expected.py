from __future__ import division
# coding: rot13
print(1)
