import StringIO, gzip, sys
from cStringIO import StringIO as S
a = StringIO.StringIO(u'text')
b = StringIO.StringIO(x.encode('utf-8'))
c = StringIO.StringIO()
gzip.GzipFile(fileobj=c)
d = StringIO.StringIO(data)
sys.stdout = StringIO.StringIO()
e = S('text')
