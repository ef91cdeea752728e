# Lines of files, with their ends, and pickles.
import os
import pickle
import tempfile

handle, path = tempfile.mkstemp()
os.close(handle)
out = open(path, 'w')
out.write('one\ntwo\n')
out.close()
for line in open(path):
    print line,
lines = file(path, 'rU')
for text in lines:
    print '>', text,
lines.close()
pickle.dump({'a': 1}, open(path, 'w'))
print pickle.load(open(path))
print [f.name == path for f in map(file, [path])]
os.remove(path)
print repr('caf\xc3\xa9'.decode('utf-8') == u'caf\xe9'), 'abc'.encode('hex') == b'616263'
