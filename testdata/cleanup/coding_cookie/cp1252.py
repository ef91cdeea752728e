# vim: set fileencoding=cp1252 ts=4:
x = u"5 €, “quoted”"
