# What a thread of the program's own calls like something of Thread's.
import threading


class Worker(threading.Thread):
    def __init__(self, name, args):
        threading.Thread.__init__(self)
        self._args = args
        self._name = name
        self._started = False
        self._stop = threading.Event()

    def run(self):
        self._started = True
        self._stop.wait(5)

    def stop(self):
        self._stop.set()


w = Worker('w', [1])
w.start()
w.stop()
w.join()
print w._name, w._args, w._started, w.isAlive()
