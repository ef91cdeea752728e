import threading


def wait(thread):
    while thread.is_alive(): pass
    return threading.currentThread().is_alive, getattr(thread, 'is_alive')()
