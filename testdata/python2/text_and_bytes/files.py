import hashlib
import struct
import pickle

KINDS = {'GIF8': 'gif', '\x89PNG': 'png', u'RIFF': 'wav'}


def kind(path):
    with open(path, 'rb') as stream:
        magic = stream.read(4)
    if magic[0] == 'B' or magic [ 1 ] == 'M':
        return 'bmp'
    size = ord(magic[2]) + ord( magic[-1] )
    return KINDS.get(magic, size)


def checksum(path):
    total = 0
    for c in open(path, 'rb').read():
        total += ord(c)
    return hashlib.md5(open(path).read()).hexdigest(), total


def save(path, items):
    out = open(path, 'wb')
    out.write('ITEM' + struct.pack('>H', len(items)))
    for item in items:
        out.write(chr(len(item)) + '\0')
    out.write(''.join(chr(n) for n in range(3)))
    out.close()
    stream = open(path + '.cache', 'w')
    pickle.dump(items, stream)
    for line in open(path, 'rb'):
        if line.startswith(('#', ';')):
            continue
        print line.strip(),
    for c in open(path, 'rb').read():
        if c == '\n':
            return c
