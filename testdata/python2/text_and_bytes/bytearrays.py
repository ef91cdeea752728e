import cPickle
import sqlite3
import struct
import StringIO
import tempfile
import json

buf = bytearray('abc')
buf[0] = 'x'
buf[1] = 5
buf[1:2] = 'yz'
buf.append('q')
buf.append(7)
buf.insert(0, 'r')
buf.extend('de')
buf[2] = c
out = StringIO.StringIO()
out.write(struct.pack('<H', 1))
out.write('\xff')
out.write('tail')
print len(out.getvalue())
t = tempfile.TemporaryFile()
json.dump({}, t)
n = tempfile.NamedTemporaryFile(delete=False)
print >>n, 'line'
with tempfile.NamedTemporaryFile(suffix='.txt') as m:
    print >>m, 'line'
s = tempfile.TemporaryFile()
s.write('bytes')
row = sqlite3.connect(':memory:').execute('select v from t').fetchone()
print cPickle.loads(str(row[0]))
