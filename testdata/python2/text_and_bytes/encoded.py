# -*- coding: utf-8 -*-
import codecs
import logging
import os
import sys

name = u'Jos\xe9'
print name.encode('utf-8')
print 'name: %s' % name.encode('utf-8').upper()
print >>sys.stderr, name.encode('utf-8')
sys.stdout.write(name.encode('utf-8') + '\n')
logging.info('%s', name.encode('utf-8'))
print name.encode('latin-1')
print name.encode('ascii', 'replace')
home = os.environ['HOME'].decode('utf-8')
out = codecs.getwriter('utf-8')(sys.stdout)
open('out', 'w').write(name.encode('utf-8'))
open('raw', 'w').write('caf\xe9')


class Person(object):
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return '<Person %s>' % self.name.encode('utf-8')


def both(s):
    if isinstance(s, unicode):
        s = s.encode('utf-8')
    return s


def shown(data):
    s = name.encode('utf-16')
    return repr(s), '%r' % s, `s`
