def gone_through(d):
    keys = d.keys()
    for key in keys:
        print(key)
    return len(keys)


def changed(d):
    keys = list(d.keys())
    d['new'] = 1
    for key in keys:
        print(key)


def changed_in_loop(d):
    keys = list(d.keys())
    for key in keys:
        del d[key]


def indexed(d):
    keys = list(d.keys())
    return keys[0]


def returned(d):
    keys = list(d.keys())
    return keys


def called_later(d):
    keys = list(d.keys())

    def show():
        for key in keys:
            print(key)
    return show


def of_a_call(f):
    keys = list(f().keys())
    f(1)
    return sorted(keys)


class Store:
    def names(self):
        keys = list(self.all.keys())
        self.clean()
        return ', '.join(keys)

    def clean(self):
        self.all.pop('')


class Fixed:
    def names(self):
        keys = list(self.all.keys())
        self.log()
        return ', '.join(keys)


def extended(d):
    keys = list(d.keys())
    keys += ['last']
    for key in keys:
        print(key)
