for long in map(long, ["1"]):
    print(long)
