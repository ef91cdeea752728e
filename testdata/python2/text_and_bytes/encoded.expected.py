import codecs
import logging
import os
import sys

name = 'Jos\xe9'
print(name)
print('name: %s' % name.upper())
print(name, file=sys.stderr)
sys.stdout.write(name + '\n')
logging.info('%s', name)
print(name.encode('latin-1'))
print(name.encode('ascii', 'replace').decode('ascii'))
home = os.environ['HOME']
out = codecs.getwriter('utf-8')(sys.stdout.buffer)
open('out', 'wb').write(name.encode('utf-8'))
open('raw', 'wb').write(b'caf\xe9')


class Person(object):
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return '<Person %s>' % self.name


def both(s):
    return s


def shown(data):
    s = name.encode('utf-16')
    return repr(s), '%r' % s, repr(s)
