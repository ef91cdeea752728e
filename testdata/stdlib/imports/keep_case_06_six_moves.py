from six.moves import queue, map, input
from six.moves import cPickle as pickle
import six.moves.urllib.parse
map(f, x)
input(p)
pickle.dumps(queue.Queue())
