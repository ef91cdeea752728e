class A(object):
    metaclass = M
    d = {'__metaclass__': 1}
