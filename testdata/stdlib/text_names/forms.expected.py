import logging, sys, itertools, importlib, os, builtins
import mock
from mock import patch
@patch('builtins.open')
def t1(m): pass
with mock.patch('urllib.request.urlopen') as u: pass
mock.patch.object(builtins, 'input')
mock.patch('mymod.input')
monkeypatch.setattr('builtins.input', f)
monkeypatch.setattr(builtins, 'input', f)
Q = __import__('queue')
C = importlib.import_module('configparser')
sys.modules['StringIO'] = x
if 'pickle' in sys.modules: pass
z = zip
z = getattr(itertools, 'izip', zip)
hasattr(os, 'getcwd')
d = {'class': 'configparser.ConfigParser'}
logging.config.dictConfig({'handlers': {'h': {'class': 'logging.StreamHandler', 'queue': 'Queue.Queue'}}})
if sys.version[0] == '2': a = 1
else: a = 2
if sys.version[:1] >= '3': a = 1
if sys.version_info[0] == 2: pass
if sys.version < '3': pass
if '%d.%d' % sys.version_info[:2] >= '2.6': pass
if sys.version >= '2.5': pass
if float('%d.%d' % sys.version_info[:2]) < 2.6: pass
if sys.version.startswith('2'): pass
if sys.hexversion >= 0x02060000: pass
getattr(builtins, 'str')
hasattr(__builtins__, 'unicode')
__builtins__.unicode
sys.modules.pop('urllib2', None)
pickle_mod = __import__('pickle', globals(), locals(), [], 0)
