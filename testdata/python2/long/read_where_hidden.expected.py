for long in map(int, ["1"]):
    print(long)
