# py3k-test: --from auto
from six import PY2
x = map(str, y)[0]
