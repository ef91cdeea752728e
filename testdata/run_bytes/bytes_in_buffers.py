# StringIO, pickles, archives: what goes in tells whether it is bytes.
import cStringIO
import gzip
import os
import pickle
import StringIO
import struct
import tarfile
import tempfile
import zipfile

out = StringIO.StringIO()
archive = zipfile.ZipFile(out, 'w')
archive.writestr('a.txt', 'hello')
archive.close()
print zipfile.ZipFile(StringIO.StringIO(out.getvalue())).read('a.txt')
out = StringIO.StringIO()
archive = tarfile.open(mode='w', fileobj=out)
info = tarfile.TarInfo('a')
info.size = 2
archive.addfile(info, StringIO.StringIO('hi'))
archive.close()
out.seek(0)
print tarfile.open(fileobj=out).extractfile('a').read()
record = cStringIO.StringIO()
record.write(struct.pack('>H', 258))
record.write('ab')
record.seek(0)
print struct.unpack('>H', record.read(2))[0], record.read()
text = StringIO.StringIO()
text.write('plain ')
print >>text, 'text', 7
print text.getvalue().strip()
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'x')
with open(path, 'w') as stream:
    pickle.dump({'a': [1]}, stream)
with open(path) as stream:
    print pickle.load(stream)
packed = gzip.open(path, 'wb')
packed.write('one\ntwo\n')
packed.close()
for line in gzip.open(path):
    print line.rstrip()
temporary = tempfile.NamedTemporaryFile()
temporary.write('kept\n')
temporary.flush()
print open(temporary.name).read().strip()
reader, writer = os.pipe()
os.write(writer, 'piped')
print os.read(reader, 9)
