def has_key(key):
    return key


has_key(1)
x.has_key(1, 2)
x.has_key()
x.has_key = has_key
del x.has_key
has_key.has_key_ = "d.has_key(k)"  # d.has_key(k)
