x = d.has_key(f"{y[1]} {z['a']}")
w = "next one"
