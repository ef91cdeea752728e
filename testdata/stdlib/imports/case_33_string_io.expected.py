import io, gzip, sys
from io import StringIO as S
a = io.StringIO('text')
b = io.BytesIO(x.encode('utf-8'))
c = io.BytesIO()
gzip.GzipFile(fileobj=c)
d = io.StringIO(data)
sys.stdout = io.StringIO()
e = S('text')
