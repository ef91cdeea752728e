x = u'a', u"b", U'c', u'''d
  e''', u""
y = (u'a'  # one
     u'b' "c")
z = u'a' if u'b'else u'c'
def f(): u'A docstring.'; return u"x"
t = u'a' b'b'
