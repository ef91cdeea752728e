# py3k-test: --from auto
import http

ok = http.HTTPStatus.OK
