try:
    from __future__ import with_statement
except SyntaxError:
    pass
if True: from __future__ import division
