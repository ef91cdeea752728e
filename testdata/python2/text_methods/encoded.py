# py3k-test: -f text_methods
import codecs
class A(object):
    def __str__(self):
        if self.name is None:
            return self.kind.encode()
        return (u"%s" % self.name).encode('UTF-8', 'replace')

    def __repr__(self):
        if self.plain:
            return repr(self.name)
        return (u"<%s>" % self.name).encode('ascii', errors='backslashreplace')


class B(A):
    def __str__(self): return self.title().encode(settings.CHARSET)  # as it is set

    def __repr__(self):
        return self.name.encode('unicode_escape')

    def text(self):
        return self.name.encode('utf-8')


class Functions:
    def __str__(self):
        return codecs.encode(self.name, 'utf-8')

    def __repr__(self):
        return codecs.encode(self.name, "ascii", "backslashreplace")
