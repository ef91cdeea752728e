def has_key(key):
    return key


has_key(1)
x.has_key
x.has_key(1, 2)
x.has_key()
