"""All classes are new."""

class A:
    pass
