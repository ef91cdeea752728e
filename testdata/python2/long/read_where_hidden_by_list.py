x = [long for long in map(long, ["1"])]
