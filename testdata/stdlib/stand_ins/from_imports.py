from operator import div as divide, add
from imp import PY_SOURCE
print divide(7, 2), add(1, 2), PY_SOURCE
