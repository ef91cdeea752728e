import popen2
from mimetools import Message

exec(source)
