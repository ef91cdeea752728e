#!/usr/bin/env python
# -*- coding: iso-8859-1 -*-
# Grüße: a comment in Latin-1.
text = u"Grüße"
raw = ur'é\u00e9'
byte = 'ü'
doc = u"""über
alles"""
print len(text), [ord(c) for c in text]
print [ord(c) for c in raw], len(byte), ord(byte)
print [ord(c) for c in doc if ord(c) > 127]
print {u'clé': 1}.has_key(u'cl\xe9'), u'é' <> u'e'
if u'ß' in text: print "sharp s"  # ß
def f((a, b)): return u"ä%s" % b
print [ord(c) for c in f((1, u"ö"))]
print `len(u'Ä')`, unicode(u"ñ") == unichr(241), isinstance(u"ç", basestring)
try: raise ValueError, u"é"
except ValueError, e: print [ord(c) for c in e.args[0]]
