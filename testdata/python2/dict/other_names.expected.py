def key_with_another_value(d):
    for k in list(d.keys()):
        k = k + 'z'
        d[k] = 1


def key_is_a_pair(d):
    for a, b in list(d.keys()):
        d[a] = b
    for a, b in d.items():
        d[a] = b + 1


def key_from_an_inner_loop(d):
    for k in list(d.keys()):
        for k in d[k]:
            d[k] = 1


def under_another_name(x):
    y = x
    for k in list(x.keys()):
        del y[k]


class Store:
    def under_the_name_of_an_attribute(self):
        d = self.all
        for k in list(d.keys()):
            self.drop(k)

    def drop(self, k):
        del self.all[k]

    def given_two_names(self):
        d = self.some = {}
        f(d)
        for k in list(d.keys()):
            self.some.pop(k)

    def under_another_name(self):
        n = None
        m = None
        for k in n.keys():
            del m[k]


def stored_under_another_name(x):
    y = x
    keys = list(x.keys())
    y[1] = 2
    for k in keys:
        print(k)


shared = {}


def given_out():
    for k in list(shared.keys()):
        yield k


for k in given_out():
    del shared[k]
