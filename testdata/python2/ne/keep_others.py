a = b != c, b < c > d
e = "<>"  # a <> b
f = """
a <> b
"""
