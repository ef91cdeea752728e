str = str
input = input
print(str(3), str(4), input(), input())
