import html.parser
from xml.sax import saxutils
import html

h = html.parser.HTMLParser()
print(html.unescape('&lt;'), html.unescape('&lt;b'))
print(saxutils.unescape('&lt;'))


class P(html.parser.HTMLParser):
    def handle_data(self, data):
        print(html.unescape(data))
