def f(code):
    scope = dict(locals())
    exec(code, globals(), scope); b = scope['b']; global a
    return a, b
