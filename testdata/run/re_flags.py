# -*- coding: utf-8 -*-
import re
from re import UNICODE, U, compile as rc

word = u'na\u00efve caf\u00e9'


def sizes(found):
    return [len(part) for part in found]


print sizes(re.findall(u'\\w+', word, re.UNICODE))
print sizes(re.findall(ur'\w+', word, re.U))
print sizes(re.compile(ur'\w+', re.U).findall(word))
print sizes(re.compile(ur'[A-Z\u00c9]+$', re.U | re.I).findall(word))
print sizes(re.compile(ur'[A-Z\u00c9]+$', re.IGNORECASE | re.UNICODE | re.M).findall(word))
print sizes(re.compile(u'(?u)\\w+').findall(word))
print sizes(re.compile(u'(?ui)CAF\\w').findall(word))
print sizes(rc(ur'\w+', U).findall(word)), sizes(rc(ur'\w+', UNICODE).findall(word))
print sizes(re.split(ur'\W', word, flags=re.U)), len(re.sub(ur'\w', u'', word, flags=re.U))
pattern = re.compile(ur'''
    (\w+)    # a word
    \s+      # a gap
''', re.X | re.U)
print len(pattern.match(word).group(1))
FLAGS = re.U
print sizes(re.findall(ur'\w+', word, FLAGS)), sizes(re.findall(ur'\w+', word, FLAGS | re.I))
flags = re.I
flags |= re.U
print sizes(re.findall(ur'CAF\w+', word, flags))
print bool(re.match(ur'\w$', u'\u00e9', re.U)), bool(re.search('x', 'y', re.U))
print re.compile('a', re.U).search("bab").start()
if re.match(u'\\d', u'\u0663', re.U): print "a digit"
