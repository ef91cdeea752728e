# vim:fileencoding=utf-8:ts=4
x = 1
