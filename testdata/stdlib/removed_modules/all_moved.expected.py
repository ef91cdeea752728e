import html
import urllib.parse
import importlib
import email.utils
print(html.escape(x, quote=False), urllib.parse.parse_qs(y), importlib.reload(m), email.utils.parsedate(z))
