print unicode(`x`), unicode(d.has_key(u'k'))
exec unicode(u'x = %d' % unichr(3))
if x: y = unicode(z); print unichr(y)
z = unicode(
    x,  # the text
    'utf-8')
raise ValueError, unicode(x)
