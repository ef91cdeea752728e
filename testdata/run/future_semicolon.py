from __future__ import with_statement as ws, division as floating
from __future__ import print_function; from __future__ import absolute_import
from __future__ import nested_scopes; import os.path as path
import sys
x = 7 / 2; print(x)
print(path.join("a", "b").replace("\\", "/"))
print(floating.getOptionalRelease()[0], ws.getOptionalRelease()[0])


def outer(n):
    def inner():
        return n / 2
    return inner


print(outer(3)(), `outer(4)()`)
print(sys.version_info[0] in (2, 3), 0777L == 511)
if not {}.has_key(1): print("done")
