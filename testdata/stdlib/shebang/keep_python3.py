#!/usr/bin/python3
# python2
x = 1
