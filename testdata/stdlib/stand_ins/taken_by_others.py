from imp import PY_SOURCE, PY_COMPILED
from operator import div, idiv

kinds = [PY_SOURCE]
