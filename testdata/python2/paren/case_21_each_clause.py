x = [u for u in a, b for v in c, d]
x = [u for u in a for v in c, d if u for w in e, f]
x = [[u for u in a, v] for v in c, d]
