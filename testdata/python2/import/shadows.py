import json
from Queue import Queue
print json.dumps(Queue())
