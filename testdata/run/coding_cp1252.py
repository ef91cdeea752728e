# vim: set fileencoding=cp1252 :
# Costs 5 €, “quoted”
price = u'5 €'
quote = u"“x”"
print len(price), ord(price[2]), [ord(c) for c in quote]
print u'…' <> u'...', [ord(c) for c in u'œ€' u"Š"]
print {u'€': 0777L}.has_key(u'\u20ac'), len(`1`)
print [ord(c) for c in ur'\€'], u'%s' % u'€' == price[2:]
for c in u'€', u'™': print ord(c),  # ™
print "end"
