# Modules of the project, at its top.
from parser import parse
import formatter, asyncore
import sets, Queue
from string import join
import string
print(parse(formatter), sets.Set, Queue.Queue(), join(xs, ''), string.letters, asyncore.loop)
