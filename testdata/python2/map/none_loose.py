x = 1 in map(None, a or b)
