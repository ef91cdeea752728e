class A(object, Mixin):
    pass


class B(
    object,  # first
    Mixin,
    Other,
):
    pass
