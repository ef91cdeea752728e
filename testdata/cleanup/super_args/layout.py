class Bottom(Base):
    def f(self): return super(
        Bottom,  # the class
        self     # the object
    ).f()

    def g(self):
        x = 1; super(Bottom, self).g(); y = super(
            Bottom, self).g
        return super(Bottom,
                     self,).g()
