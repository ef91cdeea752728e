import hashlib
import struct
import pickle

KINDS = {b'GIF8': 'gif', b'\x89PNG': 'png', b'RIFF': 'wav'}


def kind(path):
    with open(path, 'rb') as stream:
        magic = stream.read(4)
    if magic[0:1] == b'B' or magic [ 1:2] == b'M':
        return 'bmp'
    size = magic[2] + magic[-1]
    return KINDS.get(magic, size)


def checksum(path):
    total = 0
    for c in open(path, 'rb').read():
        total += c
    return hashlib.md5(open(path, 'rb').read()).hexdigest(), total


def save(path, items):
    out = open(path, 'wb')
    out.write(b'ITEM' + struct.pack('>H', len(items)))
    for item in items:
        out.write(bytes([len(item)]) + b'\0')
    out.write(b''.join(bytes([n]) for n in range(3)))
    out.close()
    stream = open(path + '.cache', 'wb')
    pickle.dump(items, stream)
    for line in open(path, 'rb'):
        if line.startswith((b'#', b';')):
            continue
        print(line.strip().decode('utf-8'), end=' ')
    for c in open(path, 'rb').read():
        if c == b'\n':
            return c
