import struct
import subprocess

p = subprocess.Popen(cmd, stdout=subprocess.PIPE)
rows = []
for line in iter(p.stdout.readline, b''):
    k, v = line.rstrip(b'\n').split(b'|')
    rows.append({'k': k, 'v': int(v), 'note': 'text'})
print(rows[1]['k'].decode('utf-8'), sum(r['v'] for r in rows), rows[0]['k'] == b'a', rows[0].get('k') == b'b', rows[0]['note'] + 'c')
name, size = struct.unpack('8sI', data)
item = {'name': name, 'size': size}
item['name'] = name.rstrip(b'\0')
print(item['name'] == b'x', item['size'] == 3)
