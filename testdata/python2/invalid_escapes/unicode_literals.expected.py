print(1)
a = r'\d+'
b = '\\d\u1234'
c = '\u0100'
d = b'\x00\\d'
e = r'\d'
