import taken_by_others as t
from taken_by_others import Queue
print t.ConfigParser.ConfigParser(), Queue.Full, StringIO
