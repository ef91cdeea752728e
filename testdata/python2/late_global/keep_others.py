# py3k-test: -f late_global
def first():
    global x
    x = 1

def others_of_the_name(o):
    o.x = 1
    f(x=2)
    def inner():
        return x
    def inner2(x):
        return x
    y = lambda: x
    z = [x for w in (1, 2)]
    global x
    x = 3

def other():
    x = 1
    def inner():
        global x
        x = 2
