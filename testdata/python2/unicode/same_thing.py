str = unicode
input = raw_input
print str(3), unicode(4), input(), raw_input()
