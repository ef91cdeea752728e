title = unicode(name)
text = unicode(data, 'utf-8')
letter = unichr(65) + unichr (0x20ac)
kinds = [unicode, unichr]
print isinstance(x, unicode), unicode.upper(u"abc")


class Text(unicode):
    def __new__(cls, value=u'', kind=unicode):
        return unicode.__new__(cls, value)
