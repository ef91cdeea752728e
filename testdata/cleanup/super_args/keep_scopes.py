class C(B):
    def skips(self):
        return super(B, self).f()

    def generator(self):
        return list(super(C, self).f(n) for n in [1])

    def comprehension(self):
        return [super(C, self).f(n) for n in [1]], {super(C, self).f(n) for n in [1]}

    def second_iterable(self):
        return [y for x in self for y in super(C, self).f(x)]

    def in_lambda(self):
        return lambda: super(C, self).f()

    def in_function(self):
        def inner(other):
            return super(C, self).f(other)
        return inner

    def other_object(self, other):
        return super(C, other).f()

    def of_type(self):
        return super(type(self), self).f()

    def unbound(self):
        return super(C).f(), super(C, self, *[]), super()

    @staticmethod
    def static(this):
        return super(C, this).f()

    def no_names(*args):
        return super(C, args[0]).f()

    value = property(lambda self: super(C, self).f())


def patched(self):
    return super(C, self).f()
