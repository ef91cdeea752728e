import logging, sys, itertools, importlib, os, __builtin__
import mock
from mock import patch
@patch('__builtin__.open')
def t1(m): pass
with mock.patch('urllib2.urlopen') as u: pass
mock.patch.object(__builtin__, 'raw_input')
mock.patch('mymod.raw_input')
monkeypatch.setattr('__builtin__.raw_input', f)
monkeypatch.setattr(__builtin__, 'raw_input', f)
Q = __import__('Queue')
C = importlib.import_module('ConfigParser')
sys.modules['StringIO'] = x
if 'cPickle' in sys.modules: pass
z = getattr(itertools, 'izip')
z = getattr(itertools, 'izip', zip)
hasattr(os, 'getcwdu')
d = {'class': 'ConfigParser.ConfigParser'}
logging.config.dictConfig({'handlers': {'h': {'class': 'logging.StreamHandler', 'queue': 'Queue.Queue'}}})
if sys.version[0] == '2': a = 1
else: a = 2
if sys.version[:1] >= '3': a = 1
if sys.version_info[0] == 2: pass
if sys.version < '3': pass
if sys.version[:3] >= '2.6': pass
if sys.version >= '2.5': pass
if float(sys.version[:3]) < 2.6: pass
if sys.version.startswith('2'): pass
if sys.hexversion >= 0x02060000: pass
getattr(__builtin__, 'unicode')
hasattr(__builtins__, 'unicode')
__builtins__.unicode
sys.modules.pop('urllib2', None)
pickle_mod = __import__('cPickle', globals(), locals(), [], -1)
