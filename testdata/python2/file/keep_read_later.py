for file in files:
    file("x")
files = [file for file in file.all]
