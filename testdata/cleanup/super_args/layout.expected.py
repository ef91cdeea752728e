class Bottom(Base):
    # the class
    # the object
    def f(self): return super().f()

    def g(self):
        x = 1; super().g(); y = super().g
        return super().g()
