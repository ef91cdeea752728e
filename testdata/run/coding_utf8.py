#! /usr/bin/env python
# This Python file uses the following encoding: utf-8
import os, sys
# ünïcödé
word = u"naïve €"; print len(word), [ord(c) for c in word if ord(c) > 127]
print u'é' <> u'e', [ord(c) for c in u'日本']
print [ord(c) for c in ur'\d日'], len(u"""日
本""")
print {u'ключ': 1L}.has_key(u'ключ'), isinstance(u"😀"[0], unicode)
def f((a, b)=(u'ä', u'ö')): return ord(a), ord(b)  # ä, ö
print f(), f((u"x", u'ß'))
try: raise KeyError, u'ñ'
except KeyError, e: print ord(e.args[0])
print u'ñ'.encode('utf-8') == u'\xf1'.encode("utf-8"), sys.argv[0] <> os.sep
