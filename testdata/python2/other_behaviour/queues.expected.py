import ctypes, heapq, itertools, queue


class Node(object):
    pass


class Ordered(object):
    def __lt__(self, other):
        return False


heap = []
counter = itertools.count()
heapq.heappush(heap, (1, {'n': 'x'}))
heapq.heappush(heap, (1, Node()))
heapq.heappush(heap, (1, Ordered()))
heapq.heappush(heap, (1, next(counter), Node()))
heapq.heappush(heap, (1, 'text'))
q = queue.PriorityQueue()
q.put((1, None))
q.put((1, 'a'))
plain = queue.Queue()
plain.put((1, None))


class P(ctypes.Structure):
    _fields_ = [('name', ctypes.c_char * 8), ('n', ctypes.c_int)]


d = {'a': 1}
print(d.keys() & set('a'), ','.join(set('abc')), list(set('abc')), sorted(set('abc')))
names = list(set('abc'))
