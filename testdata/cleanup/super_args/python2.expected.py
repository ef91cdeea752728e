# py3k-test: --from 2
class A(Base):
    def f(self, a_b):
        (a, b) = a_b
        print(super().f(repr(a)), super().__contains__(b))
