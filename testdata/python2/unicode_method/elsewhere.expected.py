# The other method is in another file, or nobody knows where.
from other import Base, name


class Mixin(object):
    def __str__(self):
        return unicode(self)


class Heir(Base):
    def __str__(self):
        return self.__unicode__()


class Half(object):
    def __unicode__(self):
        return '<%s>' % str(self)


class Shows(object):
    def __str__(self):
        return 'Shows: ' + unicode(self)

    def __unicode__(self):
        return 'shows'


def compatible(type):
    type.__unicode__ = type.__str__
    type.__str__ = lambda self: self.__unicode__().encode('utf-8')
    return type


name.__str__ = lambda self: self.__unicode__().encode('utf-8')
asked = hasattr(name, '__unicode__')
