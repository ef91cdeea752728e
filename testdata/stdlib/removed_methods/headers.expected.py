import urllib.request
u = urllib.request.urlopen(url)
info = u.info()
print(u.info().get_content_type(), info.get_content_maintype(), u.headers.get_content_subtype(), other.gettype())
print(u.info().get('x-a'), info.get('n', 0), info.get_all('cookie', []), info.getallmatchingheaders('c'))
print(response.getheader('x-a'))
opener = urllib.request.build_opener()
print(opener.open(url).read().decode('utf-8'))
