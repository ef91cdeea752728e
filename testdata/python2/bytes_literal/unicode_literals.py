from __future__ import unicode_literals
x = b"a" "b"; print x
y = b"a" b"b"
z = "c" b"\N{x}"
