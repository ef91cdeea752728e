# py3k-test: --from 2 --target 2+3
exec(compile(open("a.py", "rb").read(), "a.py", 'exec'))


def f(names):
    execfile("b.py")
    exec(compile(open("b.py", "rb").read(), "b.py", 'exec'), names)
