import pickle
import sqlite3
import struct
import io
import tempfile
import json

buf = bytearray(b'abc')
buf[0] = ord('x')
buf[1] = 5
buf[1:2] = b'yz'
buf.append(ord('q'))
buf.append(7)
buf.insert(0, ord('r'))
buf.extend(b'de')
buf[2] = c
out = io.BytesIO()
out.write(struct.pack('<H', 1))
out.write(b'\xff')
out.write(b'tail')
print(len(out.getvalue()))
t = tempfile.TemporaryFile('w+')
json.dump({}, t)
n = tempfile.NamedTemporaryFile(delete=False, mode='w+')
print('line', file=n)
with tempfile.NamedTemporaryFile(suffix='.txt', mode='w+') as m:
    print('line', file=m)
s = tempfile.TemporaryFile()
s.write(b'bytes')
row = sqlite3.connect(':memory:').execute('select v from t').fetchone()
print(pickle.loads(bytes(row[0])))
