import urllib.request
u = urllib.request.urlopen(url)
info = u.info()
print(u.info().get_content_type(), info.get_content_maintype(), u.headers.get_content_subtype(), other.gettype())
