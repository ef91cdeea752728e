x = "a" "b"; print(x)
y = b"a" b"b"
z = "c" "\\N{x}"
