# py3k-test: --django 3.0
from django.utils.http import url_has_allowed_host_and_scheme
a = url_has_allowed_host_and_scheme(u, allowed_hosts=h), url_has_allowed_host_and_scheme(url=u, allowed_hosts=request.get_host(), require_https=True)
b = url_has_allowed_host_and_scheme(u, h), url_has_allowed_host_and_scheme(u, allowed_hosts={h}), url_has_allowed_host_and_scheme(u, {h}, True)
c = url_has_allowed_host_and_scheme(u), url_has_allowed_host_and_scheme(**k), url_has_allowed_host_and_scheme(u, host=h, allowed_hosts=k), url_has_allowed_host_and_scheme(url=u)
