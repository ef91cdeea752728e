# Binary files: magic numbers, records, sums over bytes, text in between.
import hashlib
import os
import struct
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'data')
KINDS = {'\x89PNG': 'png', 'GIF8': 'gif'}


def kind(path):
    with open(path, 'rb') as stream:
        magic = stream.read(4)
    if magic[:2] == 'BM' or magic[0] == '\xff':
        return 'other'
    return KINDS.get(magic, 'unknown')


out = open(path, 'wb')
out.write('GIF89a')
out.write(struct.pack('<HH', 3, 2) + '\0' * 3)
out.write(chr(59))
out.close()
print kind(path), os.path.getsize(path)
with open(path, 'rb') as stream:
    data = stream.read()
print data.find('a'), data.count('\0'), data[-1] == ';', '89' in data, data.replace('\0', '')[:6]
print sum(ord(c) for c in data) % 256, hashlib.md5(data).hexdigest()
total = 0
for byte in data:
    total ^= ord(byte)
print total
open(path, 'w').write('caf\xe9')
print os.path.getsize(path), hashlib.sha1(open(path).read()).hexdigest()
open(path, 'wb').write('# no\nkey: value\n')
for line in open(path, 'rb'):
    if line.startswith(('#', ';')):
        continue
    key, _, value = line.strip().partition(': ')
    print '%s=%s' % (key, value)
lines = open(path, 'rb').readlines()
print len(lines), lines[1].split(':')[0]
