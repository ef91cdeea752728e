# py3k-test: -f request_methods --from 2
import urllib2


class Request(urllib2.Request):
    def get_selector(self):
        return '/'


def f(request):
    print request.get_selector(), request.get_host()
