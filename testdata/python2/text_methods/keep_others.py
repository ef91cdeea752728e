# py3k-test: -f text_methods
import codecs
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


class Json(object):
    def encode(self, data=None):
        return data

    def __repr__(self):
        return json.JSONEncoder().encode(self.data)

    def __str__(self):
        if self.packed:
            return self.encode()
        return codecs.encode(self.name, 'hex')
