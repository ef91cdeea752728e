x = 1
# coding: utf-8
