from os import getcwdu, getcwd
import Queue, Queue


class Lost(StandardError, Exception):
    pass


try:
    raise Lost("here")
except (StandardError, Exception), e:
    print e
print getcwdu() == getcwd(), Queue.Queue is not None
