class A(object):
    def __nonzero__(self):
        return self.n > 0


class B(A):
    def __nonzero__(self): return A.__nonzero__(self) and not super(B, self).__nonzero__()


class C:
    if 1:
        def __nonzero__(self):
            return True
    again = __nonzero__


print A().__nonzero__()
