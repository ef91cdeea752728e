# py3k-test: -f text_methods
class A(object):
    def __str__(self):
        if self.name is None:
            return self.kind
        return (u"%s" % self.name)

    def __repr__(self):
        if self.plain:
            return repr(self.name)
        return (u"<%s>" % self.name).encode('ascii', errors='backslashreplace').decode('ascii')


class B(A):
    def __str__(self): return self.title()  # as it is set

    def __repr__(self):
        return self.name.encode('unicode_escape').decode('ascii')

    def text(self):
        return self.name.encode('utf-8')
