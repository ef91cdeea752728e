x = input()
y = input ( "y" ) + 1
z = input(
    "z"  # a number
)
a, b = input("a"), input("b")
e = eval(input("e"))
print input(), -input("n"), input()[0]
f = input
