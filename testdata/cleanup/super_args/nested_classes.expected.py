class Outer(Base):
    class Inner(Base):
        def f(self):
            return super(Outer, self).f()

    def make(self):
        class Local(Outer):
            def f(self):
                return super().f(), super(Outer, self).f()
        return Local


def factory():
    class Made(Base):
        def f(self):
            return super().f()
    return Made
