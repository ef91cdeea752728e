import threading
from threading import Thread


class A(threading.Thread):
    _name_ = 'a'

    def __init__(self, url):
        Thread.__init__(self)
        self._target_, self._url = url, self._name_
        self._stop_ = threading.Event()

    def stop(self):
        self._stop_.set()


class B(A):
    def _delete_(self): return self._stop_

    def run(self):
        self._delete_()


class C(object):
    def __init__(self, thread):
        self._stop = thread._target_
