import hashlib
import sys


def parse(data, stream):
    if data.startswith('#') or data[0] == 'x':
        return data.split(',')
    for c in data:
        stream.write(c + ';')
    return '%s %s' % (data, stream.read())


with open('a') as f, open('b', 'w') as g:
    for line in f:
        g.write(line.upper() + '\n')
sys.stderr.write('%d %s' % (open('a').read().count('\n'), sys.argv[1].split('=')))
