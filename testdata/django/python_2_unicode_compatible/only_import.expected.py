# py3k-test: --django 3.0

class A(object): pass
