class Base(object):
    registry = []

    def __new__(cls, *args):
        self = super(Base, cls).__new__(cls)
        self.log = ["new " + cls.__name__]
        return self

    def __init__(self, name="base"):
        super(Base, self).__init__()
        self.name = name

    def describe(self, prefix=""):
        return prefix + "Base " + self.name

    @classmethod
    def create(cls, name):
        cls.registry.append(name)
        return cls(name)

    @property
    def size(self):
        return 1


class Child(Base):
    def __init__(self, name, extra=0):
        super(Child, self).__init__(name)
        self.extra = extra

    def describe(self, *args, **named):
        text = super(Child, self).describe(*args, **named)
        return text + "/Child"

    @classmethod
    def create(cls, name):
        made = super(Child, cls).create(name.upper())
        made.extra = 5
        return made

    @property
    def size(self): return super(Child, self).size + 1


class Left(Child):
    def describe(self):
        return "Left(" + super(Left, self).describe(prefix="> ") + ")"


class Right(Child):
    def describe(me):
        return "Right(" + super(Right, me) . describe ( ) + ")"


class Bottom(Left, Right):
    def describe(self): return super(
        Bottom,  # the class
        self     # the object
    ).describe()


print Base().describe(), Child("c").describe("p "), Child("c").size
try:
    print Bottom("z").describe()
except TypeError, e:
    print "TypeError"
print Right("r").describe()
print Child.create("x").name, Child.create("y").extra, Base.registry
print Left("l").log, super(Left, Left("q")).describe()
