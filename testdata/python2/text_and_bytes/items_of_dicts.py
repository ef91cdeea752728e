import struct
import subprocess

p = subprocess.Popen(cmd, stdout=subprocess.PIPE)
rows = []
for line in iter(p.stdout.readline, ''):
    k, v = line.rstrip('\n').split('|')
    rows.append({'k': k, 'v': int(v), 'note': u'text'})
print rows[1]['k'], sum(r['v'] for r in rows), rows[0]['k'] == 'a', rows[0].get('k') == 'b', rows[0]['note'] + 'c'
name, size = struct.unpack('8sI', data)
item = {'name': name, 'size': size}
item['name'] = name.rstrip('\0')
print item['name'] == 'x', item['size'] == 3
