x = f"{y[1]} {z['a']}" in d
w = "next one"
