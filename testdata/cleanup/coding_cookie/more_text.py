# coding: utf-8  # the café's own
x = 1
