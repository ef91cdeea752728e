import csv
import itertools
import re
import socket
import subprocess
import urllib.request, urllib.error
import zipfile
import codecs
from codecs import iterdecode

a, b = socket.socketpair()
f = b.makefile('rb')
for line in iter(f.readline, b'\r\n'):
    print(line.decode('utf-8').strip().split(': '))
for row in csv.DictReader(iterdecode(zipfile.ZipFile('t.zip').open('x.csv'), 'utf-8')):
    print(row['n'])
for row in csv.reader(iterdecode(urllib.request.urlopen(url), 'utf-8')):
    print(row)
for row in csv.reader(open('x.csv')):
    print(row)
found = dict(re.findall(br'(\w)=(\d)', b.recv(100)))
print(found[b'a'].decode('utf-8'), found == {b'a': b'1'})
one = re.findall(br'(\w)=', b.recv(100))
if one == [b'a']:
    print('a')


def recode(lines):
    for row in csv.reader(line for line in lines):
        yield [cell for cell in row]


p = subprocess.Popen(['sort'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
out, err = p.communicate(b'b\na\n')
print(out.decode('utf-8').split(), err)
q = subprocess.Popen(['sort'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
out, err = q.communicate()
print(out.decode('utf-8'), err.strip().decode('utf-8'))
try:
    subprocess.check_output('false')
except subprocess.CalledProcessError as e:
    print(b'bad' in e.output, e.output.strip().decode('utf-8'))
try:
    urllib.request.urlopen(url)
except urllib.error.HTTPError as e:
    print((b'page: ' + e.read()).decode('utf-8'))


def xor(data, key):
    return b''.join(bytes([x ^ y]) for x, y in zip(data, itertools.cycle(key)))


print(codecs.encode(xor(b.recv(10), b.recv(2)), 'hex').decode('ascii'))
for i, c in enumerate(b.recv(10)):
    print(i, c)
