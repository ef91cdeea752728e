import logging
print 1
n = logging._levelNames[10], logging._levelNames.get('INFO')
from logging import _levelNames
print _levelNames['INFO']
