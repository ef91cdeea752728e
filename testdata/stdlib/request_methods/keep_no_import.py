# py3k-test: -f request_methods --from 2
class Handler(object):
    def http_open(self, req):
        return req.get_selector(), req.get_host()
