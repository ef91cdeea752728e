# -*- coding: utf-8 -*-
class UnicodeMixin(object):
    def __str__(self):
        return unicode(self).encode('utf-8')


class Name(UnicodeMixin):
    def __unicode__(self):
        return u'name'


class Title(Name):
    def __unicode__(self):
        return u'title of ' + super(Title, self).__unicode__()


class Plain(object):
    """Says what it is."""

    def __str__(self):
        """As bytes."""
        return self.__unicode__().encode('utf-8')

    def __unicode__(self):
        return u'plain'


class Heir(Plain):
    def __str__(self):
        return str(unicode(self))


class Lambdas(object):
    __str__ = lambda self: unicode(self).encode('ascii')
    __unicode__ = lambda self: u'lambda'


class Variable(object):
    def __str__(this):
        text = unicode(this)
        return text.encode('utf-8')

    def __unicode__(this):
        return u'variable'


class Decodes(object):
    def __str__(self):
        return 'decodes'

    def __unicode__(self):
        return unicode(str(self))


class Both(object):
    """Was right under both Pythons, and stays as it is."""
    import sys
    if sys.version_info[0] >= 3:
        def __str__(self):
            return self.__unicode__()
    else:
        def __str__(self):
            return self.__unicode__().encode('utf-8')


class Either(Both):
    def __unicode__(self):
        return u'either'


class Given(object):
    pass


setattr(Given, '__unicode__', lambda self: u'given')


for thing in Name(), Title(), Plain(), Heir(), Lambdas(), Variable(), Decodes(), Either():
    print str(thing), unicode(thing)
print unicode(Given()), getattr(Given(), '__unicode__')()
