# vim: ts=2
x = 1
