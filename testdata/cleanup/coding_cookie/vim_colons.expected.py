# vim:ts=4
x = 1
