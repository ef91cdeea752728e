import ConfigParser
import json

c = ConfigParser.RawConfigParser()
f = open('c.ini', 'wb')
f.write('# settings\n')
c.write(f)
f.close()
with open('d.json', 'wb') as out:
    json.dump({}, out)
json.dump([], open('e.json', 'wb'), indent=2)
g = open('c.ini', 'wb')
c.write(g)
g.write(data)
h = open('x', 'wb')
other.write(h)
i = open('y', 'wb')
i.write('bytes')
