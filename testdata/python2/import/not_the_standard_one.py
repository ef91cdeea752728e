# py3k-test: --from auto
import http


class Request(http.Request):
    pass
