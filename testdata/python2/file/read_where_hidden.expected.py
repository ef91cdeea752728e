with open("x") as file:
    print(file.read())
