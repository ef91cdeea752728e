class Base:
    def name(self):
        return 'base'


class Left(Base):
    pass


class Right(Base):
    def name(self):
        return 'right'


class Both(Left, Right):
    pass


class Turned(Right, Left):
    pass


class New(object):
    def name(self):
        return 'new'


class NewLeft(New):
    pass


class NewRight(New):
    def name(self):
        return 'right'


class NewBoth(NewLeft, NewRight):
    pass


class Apart(Left, New):
    pass
