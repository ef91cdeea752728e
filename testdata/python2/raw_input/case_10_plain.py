name = raw_input("Name? ")
number = input("Number? ")
both = input(raw_input("Prompt? "))
lines = [raw_input() for i in (1, 2)]
ask = raw_input
print `raw_input()`, raw_input (
    "x"  # why
).strip()
