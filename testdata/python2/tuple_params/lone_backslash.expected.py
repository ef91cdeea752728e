x = 1
# first
\
def f(a_b):
    (a, b) = a_b
    return a
