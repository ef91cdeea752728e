import sys


class Name(object):
    def __unicode__(self):
        return 'name'

    if sys.version_info[0] >= 3:
        __str__ = __unicode__
    else:
        def __str__(self):
            return self.__unicode__().encode('utf-8')
