with file("x") as file:
    print(file.read())
