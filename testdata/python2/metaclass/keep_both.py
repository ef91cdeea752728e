# py3k-test: --from 2 --target 2+3
class A(object):
    __metaclass__ = M
