def gone_through(d):
    keys = d.keys()
    for key in keys:
        print key
    return len(keys)


def changed(d):
    keys = d.keys()
    d['new'] = 1
    for key in keys:
        print key


def changed_in_loop(d):
    keys = d.keys()
    for key in keys:
        del d[key]


def indexed(d):
    keys = d.keys()
    return keys[0]


def returned(d):
    keys = d.keys()
    return keys


def called_later(d):
    keys = d.keys()

    def show():
        for key in keys:
            print key
    return show


def of_a_call(f):
    keys = f().keys()
    f(1)
    return sorted(keys)


class Store:
    def names(self):
        keys = self.all.keys()
        self.clean()
        return ', '.join(keys)

    def clean(self):
        self.all.pop('')


class Fixed:
    def names(self):
        keys = self.all.keys()
        self.log()
        return ', '.join(keys)


def extended(d):
    keys = d.keys()
    keys += ['last']
    for key in keys:
        print key
