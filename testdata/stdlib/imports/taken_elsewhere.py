# Nobody takes it from here: of other.py it is the own one, and lib has another taken_elsewhere.
import Queue

empty = Queue.Empty
