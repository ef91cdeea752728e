import taken_elsewhere, Queue
print Queue.Queue(), taken_elsewhere.empty
