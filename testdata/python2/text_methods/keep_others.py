# py3k-test: -f text_methods
class Keep(object):
    def __str__(self):
        return unicode(self).encode('utf-8')

    def __unicode__(self):
        return self.name.encode('utf-8')

    def __repr__(self):
        return self.name.encode('hex') or self.name.encode('rot13')


class Hex(object):
    def __str__(self):
        return self.name.encode('hex')


def __str__(self):
    return self.name.encode('utf-8')
