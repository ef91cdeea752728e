class A(object):
    def __bool__(self):
        return self.n > 0


class B(A):
    def __bool__(self): return A.__bool__(self) and not super().__bool__()


class C:
    if 1:
        def __bool__(self):
            return True
    again = __bool__


print(A().__bool__())
