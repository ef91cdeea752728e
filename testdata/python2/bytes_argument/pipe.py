import os
r, w = os.pipe()
os.write(w, 'hi')
os.write(w, '%s' % r)
print os.read(r, 2)
data = os.read(r, 2)
f(data)
