x = eval(input())
y = eval(input ( "y" )) + 1
z = eval(input(
    "z"  # a number
))
a, b = eval(input("a")), eval(input("b"))
e = eval(input("e"))
print(eval(input()), -eval(input("n")), eval(input())[0])
f = input
