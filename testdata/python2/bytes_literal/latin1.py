# coding: latin-1
x = b'é'  # é
y = u'é'
