import logging
print 1
logging._levelNames[5] = 'TRACE'
n = logging._levelNames[10]
