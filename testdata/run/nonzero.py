class Full(object):
    def __init__(self, *items):
        self.items = items

    def __nonzero__(self):
        return len(self.items) > 0


class Old:
    def __nonzero__(self): return False


class Child(Full):
    def __nonzero__(self):
        # Not empty only from two on.
        return Full.__nonzero__(self) and len(self.items) > 1


class Further(Child):
    def __nonzero__(self):
        return not super(Further, self).__nonzero__()


class Sized(object):
    def __len__(self):
        return 0


class Both(Sized):
    def __nonzero__(self): return True


for value in [Full(), Full(1), Old(), Child(1), Child(1, 2), Further(1), Further(1, 2), Sized(), Both()]:
    print value.__class__.__name__, bool(value), not value, value and 1 or 0
    if value: print "true"
    else: print "false"
print Full(1).__nonzero__(), Child().__nonzero__()
print [bool(v) for v in (Full(), Full(0))], Full() or "empty"
while Full(): print "never"
print "yes" if Both() else "no", any([Old(), Full()]), all([Full(2)])
assert Full(1), "not empty"
