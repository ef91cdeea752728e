class Name(object):
    def __unicode__(self):
        return u'%s' % self.name


class Title(Name):
    # as bytes
    def __str__(self):
        return unicode(self).encode('utf-8')

    def __unicode__(self):
        return u'title ' + Name.__unicode__(self)


class Label(Name):
    def __unicode__(self):
        return u'label'

    def __str__(self):
        return self.__unicode__()


class Line(Name):
    def __unicode__(self):
        return self.text
    __str__ = __unicode__


print super(Line, line).__unicode__()
