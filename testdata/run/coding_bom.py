# The file starts with a byte order mark.
text = u"é\u00e9"
print len(text), [ord(c) for c in text]
print `1`, 1 <> 2, {}.has_key(u"ü")
if u"€" <> u"": print ord(u'€')
