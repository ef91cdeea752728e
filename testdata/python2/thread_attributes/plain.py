import threading
from threading import Thread


class A(threading.Thread):
    _name = 'a'

    def __init__(self, url):
        Thread.__init__(self)
        self._target, self._url = url, self._name
        self._stop = threading.Event()

    def stop(self):
        self._stop.set()


class B(A):
    def _delete(self): return self._stop

    def run(self):
        self._delete()


class C(object):
    def __init__(self, thread):
        self._stop = thread._target
