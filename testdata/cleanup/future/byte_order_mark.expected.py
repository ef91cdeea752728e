# 2.5
print(1)
