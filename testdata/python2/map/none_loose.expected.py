x = 1 in (a or b)
