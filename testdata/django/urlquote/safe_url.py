# py3k-test: --django 3.0
from django.utils.http import is_safe_url
a = is_safe_url(u, host=h), is_safe_url(url=u, host=request.get_host(), require_https=True)
b = is_safe_url(u, h), is_safe_url(u, allowed_hosts={h}), is_safe_url(u, {h}, True)
c = is_safe_url(u), is_safe_url(**k), is_safe_url(u, host=h, allowed_hosts=k), is_safe_url(url=u)
