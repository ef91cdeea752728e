def f():
    print((yield))
    print((yield 1), 2)
