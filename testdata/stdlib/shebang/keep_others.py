#!/usr/bin/python2to3 x
x = 1
