a = 'fffe'.decode('hex')
b = f(x).encode("base64")
c = (x + y).encode('rot-13')
