class A:
    x = int(1)
    for long in map(int, ["1"]):
        y = long
