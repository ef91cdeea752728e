class A:
    x = long(1)
    for long in map(long, ["1"]):
        y = long
