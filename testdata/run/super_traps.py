# Where super() would not mean the same.
class A(object):
    def who(self):
        return ["A"]

    def many(self, n):
        return n


class B(A):
    def who(self):
        return super(B, self).who() + ["B"]


class C(B):
    def who(self):
        # Skips B on purpose.
        return super(B, self).who() + ["C"]

    def in_generator(self):
        return list(super(C, self).many(n) for n in [1, 2])

    def in_comprehension(self):
        return [super(C, self).many(n) for n in [3, 4]]

    def in_lambda(self):
        return (lambda: super(C, self).many(5))()

    def in_function(self):
        def inner(other):
            return super(C, self).many(other)
        return inner(6)

    def of_another(self, other):
        return super(C, other).who()

    def stored(self):
        bound = super(C, self)
        return bound.who()

    def as_attribute(self):
        return super(type(self), self).who()

    value = property(lambda self: super(C, self).many(7))

    @staticmethod
    def static(this):
        return super(C, this).many(8)


class D(A):
    def make(self):
        class E(D):
            def who(self):
                return super(E, self).who() + ["E"]

            def outer_who(self):
                return super(D, self).who()
        return E()

    def who(self):
        return super(D, self).who() + ["D"]


def patched(self):
    return super(C, self).who() + ["patched"]


c = C()
print c.who(), c.in_generator(), c.in_comprehension(), c.in_lambda(), c.in_function()
print c.of_another(C()), c.stored(), c.as_attribute(), c.value, C.static(c)
e = D().make()
print e.who(), e.outer_who()
C.who = patched
print c.who()


class F(A):
    def who(self):
        return super(F, self).who() + ["F"]

    def with_default(self, kind=A):
        self = F()
        return super(F, self).who()


class Rebound(A):
    def who(self):
        return super(Rebound, self).who()


kept = Rebound()
print kept.who()
Rebound = None
try:
    print kept.who()
except TypeError:
    print "Rebound is no class any more"
G = F
print G().who(), G().with_default()
