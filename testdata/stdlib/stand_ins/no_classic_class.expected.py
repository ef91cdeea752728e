import types


class InstanceType(object):
    """The type of a classic class's objects: of none in Python 3."""


T = InstanceType
print(isinstance(x, InstanceType), type(x) is InstanceType, {InstanceType: 1})
