from __future__ import unicode_literals
import hashlib
print 'a'.decode('utf-8'), hashlib.md5('a'), hashlib.md5('\u20ac')
