print 1
from re import a,
