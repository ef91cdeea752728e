euro = '\u20ac'
dash = '\N{EN DASH}'
print(euro, dash)
