from __future__ import division
# -*- coding: latin-1 -*-
print(len("é"))
