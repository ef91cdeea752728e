import base64
x = unicode(base64.b64encode(data), "ascii")
y = str(base64.b64encode("a:b"), "ascii")
