# -*- coding: utf-8 -*-
# Text that is encoded where it is printed, or put into text; bytes that are made to be read.
import base64
import binascii
import sys
import zlib

name = u'Jos\xe9'
print name.encode('utf-8')
print 'name: %s' % name.encode('utf-8')
sys.stdout.write('name: ' + name.encode('utf-8') + '\n')
print ', '.join([word.encode('utf-8') for word in (u'a', name)])
print name.encode('ascii', 'replace'), name.encode('ascii', 'xmlcharrefreplace')


class Person(object):
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return '<Person %s>' % self.name.encode('utf-8')


print Person(name), [Person(u'Al')]
print 'Basic ' + base64.b64encode('user:pass'), base64.b64decode('aGk=')
pair = 'a:b'
print 'Basic %s' % pair.encode('base64').strip(), 'abc'.encode('hex'), '616263'.decode('hex')
print binascii.hexlify('\x00\xff'), zlib.decompress(zlib.compress('text')) + '!'
print zlib.crc32('a') & 0xffffffff
print 'caf\xc3\xa9'.decode('utf-8') == u'caf\xe9'
try:
    raise ValueError(name.encode('utf-8'))
except ValueError, error:
    print error
