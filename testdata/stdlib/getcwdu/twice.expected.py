import queue
from os import getcwd
from os import getcwd as g, getcwd as h
print(getcwd(), getcwd(), queue.Queue, queue.Queue, g, h)
