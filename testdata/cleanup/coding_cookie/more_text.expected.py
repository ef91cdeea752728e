# the café's own
x = 1
