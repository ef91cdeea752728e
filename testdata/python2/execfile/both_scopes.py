# py3k-test: --from 2 --target 2+3
execfile("a.py")


def f(names):
    execfile("b.py")
    execfile("b.py", names)
