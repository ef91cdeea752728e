from __future__ import with_statement  # 2.5
print 1
