# coding: shift_jis
x = b'表'
y = u'表'
