# py3k-test: -f request_methods --from 2
import urllib2
from urllib2 import Request
class H(urllib2.HTTPHandler):
    def http_open(self, req):
        if req.data is not None: self.f(req.host, req.selector, not req.data is not None)
        req.data = x
r = Request(u)
r.data = d
print r.type, request.get_host(), r.get_method()


class Own(urllib2.BaseHandler):
    def ftp_open(self, req):
        if not req.data is not None or -req.data: return (req.unverifiable, req.origin_req_host)

    def other(self, req):
        return req.get_data()
