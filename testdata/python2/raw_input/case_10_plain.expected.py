name = input("Name? ")
number = eval(input("Number? "))
both = eval(input(input("Prompt? ")))
lines = [input() for i in (1, 2)]
ask = input
print(repr(input()), input (
    "x"  # why
).strip())
