def f(code):
    exec code; global a
    return a, b
