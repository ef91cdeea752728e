import pickle
import pickle as cp


def f(p, x):
    pickle.dump(x, open(p, 'wb'), 2)
    with open(p, 'rb') as g:
        y = cp.load(g)
    h = open(p, "rb")
    z = pickle.load(h)
    h.close()
    i = open(p, 'rb')
    i.readline()
    return y, z, pickle.load(i)


pickle.loads(open(p, 'rb').read())
