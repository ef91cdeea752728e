"""All classes are new."""
__metaclass__ = type

class A:
    pass
