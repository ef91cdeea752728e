#!/opt/python2.7/bin/python -3
x = 1
