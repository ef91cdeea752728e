import util
from util import imap, Queue, doubled
from star import names

queue = Queue.Queue()
queue.put(3)
print doubled([1, 2]), list(imap(len, ["a", "bc"])), util.first(queue), util.first(queue)
print list(util.izip([1, 2], "ab"))
print util.maxint > 5, util.limit(), util.is_text(u"a"), util.is_text(3)

print names()
