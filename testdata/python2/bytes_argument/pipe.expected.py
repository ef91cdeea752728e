import os
r, w = os.pipe()
os.write(w, b'hi')
os.write(w, ('%s' % r).encode('utf-8'))
print(os.read(r, 2).decode('utf-8'))
data = os.read(r, 2)
f(data)
