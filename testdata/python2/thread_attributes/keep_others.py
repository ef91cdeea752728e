import threading


class A(threading.Thread):
    def stop(self):
        self._halt = self.name
        return self._target, other._stop


class B(object):
    def __init__(self):
        self._stop = 1
