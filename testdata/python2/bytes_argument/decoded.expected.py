import base64
x = str(base64.b64encode(data), "ascii")
y = str(base64.b64encode(b"a:b"), "ascii")
