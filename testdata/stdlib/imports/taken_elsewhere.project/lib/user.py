from .taken_elsewhere import Queue
