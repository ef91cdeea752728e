class ModelBase(type):
    def __new__(cls, name, bases, attrs):
        made = type.__new__(cls, name, bases, {'__module__': attrs.pop('__module__')})
        for key, value in attrs.items():
            setattr(made, key, value)
        return made


class Model(object):
    __metaclass__ = ModelBase


class Named(Model):
    pass
