# py3k-test: --from 2 --vendor --module cgi
import html
print(html.escape('<', quote=False), html.escape('>', True))
