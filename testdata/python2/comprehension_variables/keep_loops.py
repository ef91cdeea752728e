print("python 2")


def f(n, bits, G):
    for (i, j), b in zip([(i, j) for j in range(1, n) for i in range(j)], bits()):
        if b:
            G.add_edge(i, j)


def g(bits):
    for i in [i for i in bits if i]:
        print(i)
    return i
