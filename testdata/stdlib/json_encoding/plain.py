import json
from json import loads

json.loads(text, encoding='utf-8')
json.loads(text, encoding=None, object_hook=f)
loads(text, 'utf-8')
loads(text, encoding='cp1251')
json.dumps(x, indent=2, encoding='latin-1')
json.dump(x, out, encoding=charset, sort_keys=True)
json.load(open(path), encoding=charset)
pickle.loads(text, encoding='utf-8')
