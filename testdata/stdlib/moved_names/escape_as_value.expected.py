from html import escape
import html
print(list(map(html.escape, xs)), list(map(escape, xs)), escape(x, quote=False))
