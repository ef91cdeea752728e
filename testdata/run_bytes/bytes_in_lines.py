import csv
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import zipfile
from itertools import cycle, izip

folder = tempfile.mkdtemp()


def path(name):
    return os.path.join(folder, name)


def serve():
    a, b = socket.socketpair()
    a.sendall('GET / HTTP/1.0\r\nHost: x\r\nAccept: y\r\n\r\n')
    a.close()
    f = b.makefile('rb')
    headers = {}
    request = f.readline().split()
    for line in iter(f.readline, '\r\n'):
        k, v = line.rstrip().split(': ')
        headers[k.lower()] = v
    print request[0], request[1], sorted(headers.items())


def archive():
    z = zipfile.ZipFile(path('t.zip'), 'w')
    z.writestr('conf.ini', 'a=1\nb=2\n')
    z.writestr('x.csv', 'n,v\na,1\n')
    z.close()
    z = zipfile.ZipFile(path('t.zip'))
    d = {}
    for line in z.read('conf.ini').splitlines():
        k, v = line.split('=')
        d[k] = v
    print sorted(d.items()), d.get('a') == '1'
    for row in csv.DictReader(zipfile.ZipFile(path('t.zip')).open('x.csv')):
        print row['n'], row['v']


def table():
    f = open(path('t.csv'), 'wb')
    w = csv.writer(f, delimiter=';')
    w.writerow(['n', 'v'])
    w.writerows([['a', 1], ['b', None]])
    f.close()
    r = csv.reader(open(path('t.csv'), 'rb'), delimiter=';')
    head = r.next()
    print head, list(r)


def recoded(lines, **kw):
    for row in csv.reader((l.encode('utf-8') for l in lines), **kw):
        yield [unicode(cell, 'utf-8') for cell in row]


def xor(data, key):
    return ''.join(chr(ord(a) ^ ord(b)) for a, b in izip(data, cycle(key)))


def processes():
    p = subprocess.Popen(['sort'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, err = p.communicate('b\na\n')
    print out.split(), err
    try:
        subprocess.check_output('echo bad; exit 3', shell=True)
    except subprocess.CalledProcessError, e:
        print e.returncode, 'bad' in e.output, e.output.strip()


def temporary():
    f = tempfile.TemporaryFile()
    json.dump({'k': [1, 2]}, f)
    f.seek(0)
    print json.load(f)['k']
    f = tempfile.NamedTemporaryFile(delete=False, dir=folder)
    print >>f, 'first'
    f.write('second\n')
    f.close()
    print [l.strip() for l in open(f.name)]


def found():
    a, b = socket.socketpair()
    a.send('a=1&b=2')
    pat = re.compile(r'(\w)=(\d)')
    d = dict(pat.findall(b.recv(100)))
    print d['a'], sorted(d)


def arrays():
    b = bytearray('abc')
    b[0] = 'x'
    b.append('d')
    b.extend('ef')
    b[1:2] = 'yz'
    print str(b), len(b)


serve()
archive()
table()
print list(recoded([u'a,\xe9', u'c,d']))[0][1] == u'\xe9'
enc = xor('attack', 'key')
print enc.encode('hex'), xor(enc, 'key')
processes()
temporary()
found()
arrays()
shutil.rmtree(folder)
