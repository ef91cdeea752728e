# Names of the library that stand in text.
import __builtin__
import itertools
import logging.config
import sys

queue = __import__('Queue')
dump = getattr(__import__('cPickle'), 'dumps')
codes = __import__('httplib')
print queue.Empty.__name__, len(dump(1)) > 0, codes.OK == 200
print list(getattr(itertools, 'izip')([1], [2])), list(getattr(itertools, 'izip_longest')([1, 2], [3]))
print getattr(__builtin__, 'unichr')(65) == 'A', 'cPickle' in sys.modules, sys.modules['Queue'] is queue
print getattr(__builtin__, 'raw_input').__name__ in ('raw_input', 'input')
if sys.version[0] == '2':
    text = unicode
else:
    text = str
print text('a') == 'a', sys.version[:3] == '%d.%d' % sys.version_info[:2]
logging.config.dictConfig({'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout'}},
                           'root': {'handlers': ['h'], 'level': 'INFO'}})
logging.info('logged')
