class A(Mixin):
    pass


# first
class B(
    Mixin,
    Other,
):
    pass
