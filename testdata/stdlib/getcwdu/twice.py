import Queue, queue
from os import getcwdu, getcwd
from os import getcwd as g, getcwdu as h
print getcwdu(), getcwd(), Queue.Queue, queue.Queue, g, h
