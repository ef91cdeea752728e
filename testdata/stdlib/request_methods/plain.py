# py3k-test: -f request_methods --from 2
import urllib2
from urllib2 import Request
class H(urllib2.HTTPHandler):
    def http_open(self, req):
        if req.has_data(): self.f(req.get_host(), req.get_selector(), not req.has_data())
        req.add_data(x)
r = Request(u)
r.add_data(d)
print r.get_type(), request.get_host(), r.get_method()


class Own(urllib2.BaseHandler):
    def ftp_open(self, req):
        if not req.has_data() or -req.get_data(): return (req.is_unverifiable(), req.get_origin_req_host())

    def other(self, req):
        return req.get_data()
