# Metaclasses that make a class in two steps: what its methods need for super() has to come along.
class ModelBase(type):
    def __new__(cls, name, bases, attrs):
        super_new = super(ModelBase, cls).__new__
        module = attrs.pop('__module__')
        made = super_new(cls, name, bases, {'__module__': module})
        for key, value in attrs.items():
            setattr(made, key, value)
        return made


class Upper(type):
    def __new__(cls, name, bases, space):
        upper = {}
        for key, value in space.items():
            if key.startswith('__') and key != '__init__':
                continue
            upper[key if key.startswith('__') else key.upper()] = value
        return type.__new__(cls, name, bases, upper)


class Plain(type):
    def __new__(cls, name, bases, space):
        space['plain'] = True
        return type.__new__(cls, name, bases, space)


class Model(object):
    __metaclass__ = ModelBase

    def save(self):
        return 'saved'


class Site(Model):
    def save(self):
        return super(Site, self).save() + ' site'


class Base(object):
    __metaclass__ = Upper

    def __init__(self):
        self.x = 1


class Shouting(Base):
    def __init__(self):
        super(Shouting, self).__init__()
        self.y = 2

    def hello(self):
        return self.x + self.y


class Mine(object):
    __metaclass__ = Plain

    def __init__(self):
        super(Mine, self).__init__()


print Site().save(), Shouting().HELLO(), Mine().plain
