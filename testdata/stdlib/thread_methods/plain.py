import threading


def wait(thread):
    while thread.isAlive(): pass
    return threading.currentThread().isAlive, getattr(thread, 'isAlive')()
