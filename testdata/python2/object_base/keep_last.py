class A(Mixin, object):
    pass


class B(object):
    pass


class C(a.object, Mixin):
    pass


class D(object, metaclass=Meta):
    pass
