# py3k-test: --from 2
class A(Base):
    def f(self, (a, b)):
        print super(A, self).f(`a`), super(A, self).has_key(b)
