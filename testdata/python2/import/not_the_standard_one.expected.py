# py3k-test: --from auto
from . import http


class Request(http.Request):
    pass
