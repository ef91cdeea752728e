import configparser
import json

c = configparser.RawConfigParser(strict=False, inline_comment_prefixes=(';',))
f = open('c.ini', 'w')
f.write('# settings\n')
c.write(f)
f.close()
with open('d.json', 'w') as out:
    json.dump({}, out)
json.dump([], open('e.json', 'w'), indent=2)
g = open('c.ini', 'wb')
c.write(g)
g.write(data)
h = open('x', 'wb')
other.write(h)
i = open('y', 'wb')
i.write(b'bytes')
