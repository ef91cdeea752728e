from base import Base


class Box(Base):
    pass


class Plain(dict):
    pass


TABLE = {}
