import pickle
from pickle import dump
try:
    import pickle as marshal
except ImportError:
    import marshal

with open('cache', 'rb') as f:
    x = pickle.load(f)
g = open('cache', 'wb')
dump(x, g)
g.close()
y = marshal.load(open('other', 'rb'))
z = pickle.Unpickler(open('third'))
with open('fourth', 'rb') as h:
    u = pickle.Unpickler(h)
    v = pickle.load(h)
print(x)
