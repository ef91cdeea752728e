print(not x)
print(not x in y)
print(not in_)
