class A:
    def __eq__(self, other):
        return True


class B(object):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class C(object):
    def __eq__(self, other):
        return True

    __hash__ = None
