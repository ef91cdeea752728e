import pickle
import cPickle as cp


def f(p, x):
    pickle.dump(x, open(p, 'w'), 2)
    with open(p) as g:
        y = cp.load(g)
    h = open(p, "r")
    z = pickle.load(h)
    h.close()
    i = open(p)
    i.readline()
    return y, z, pickle.load(i)


pickle.loads(open(p).read())
