from StringIO import StringIO
a = StringIO('text')
b = StringIO(open(f, 'rb').read())
