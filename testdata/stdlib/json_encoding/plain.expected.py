import json
from json import loads

json.loads(text)
json.loads(text, object_hook=f)
loads(text, 'utf-8')
loads(text, encoding='cp1251')
json.dumps(x, indent=2)
json.dump(x, out, sort_keys=True)
json.load(open(path), encoding=charset)
pickle.loads(text, encoding='utf-8')
