#!/usr/bin/python
# coding=koi8-r
# Комментарий
word = u"Привет"
print len(word), [ord(c) for c in word]
print word.upper() <> word, [ord(c) for c in word.lower()[:2]]
def show((a, b)): print ord(a), ord(b)  # показать
show((u"а", u'я'))
print [ord(c) for c in u'ё', u'Ё']
print isinstance(word, unicode), {word: 1}.has_key(u"Привет")
