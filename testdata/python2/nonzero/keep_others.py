def __nonzero__(self):
    return 1


class A:
    def __nonzero__(self, other):
        return other


class B:
    def __bool__(self):
        return True

    def __nonzero__(self):
        return self.a


class C:
    def __nonzero__(self):
        return True

    def __bool__(self):
        return self.__nonzero__()
