import csv
import itertools
import re
import socket
import subprocess
import urllib2
import zipfile

a, b = socket.socketpair()
f = b.makefile('rb')
for line in iter(f.readline, '\r\n'):
    print line.strip().split(': ')
for row in csv.DictReader(zipfile.ZipFile('t.zip').open('x.csv')):
    print row['n']
for row in csv.reader(urllib2.urlopen(url)):
    print row
for row in csv.reader(open('x.csv')):
    print row
found = dict(re.findall(r'(\w)=(\d)', b.recv(100)))
print found['a'], found == {'a': '1'}
one = re.findall(r'(\w)=', b.recv(100))
if one == ['a']:
    print 'a'


def recode(lines):
    for row in csv.reader(line.encode('utf-8') for line in lines):
        yield [unicode(cell, 'utf-8') for cell in row]


p = subprocess.Popen(['sort'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
out, err = p.communicate('b\na\n')
print out.split(), err
q = subprocess.Popen(['sort'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
out, err = q.communicate()
print out, err.strip()
try:
    subprocess.check_output('false')
except subprocess.CalledProcessError, e:
    print 'bad' in e.output, e.output.strip()
try:
    urllib2.urlopen(url)
except urllib2.HTTPError, e:
    print 'page: ' + e.read()


def xor(data, key):
    return ''.join(chr(ord(x) ^ ord(y)) for x, y in itertools.izip(data, itertools.cycle(key)))


print xor(b.recv(10), b.recv(2)).encode('hex')
for i, c in enumerate(b.recv(10)):
    print i, ord(c)
