x = "a" "b"; print(x)
y = "\\u0041" "\u0041"
z = r"\d" r"\d"
w = "\\d\\u0041" r"\d" r"\d"
