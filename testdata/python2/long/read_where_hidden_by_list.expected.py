x = [long for long in map(int, ["1"])]
