try:
    import cPickle as pickle
except ImportError:
    import pickle
try:
    from cPickle import dump
except ImportError:
    from pickle import dump
try:
    import cPickle as marshal
except ImportError:
    import marshal

with open('cache') as f:
    x = pickle.load(f)
g = open('cache', 'w')
dump(x, g)
g.close()
y = marshal.load(open('other'))
z = pickle.Unpickler(open('third'))
with open('fourth') as h:
    u = pickle.Unpickler(h)
    v = pickle.load(h)
print x
