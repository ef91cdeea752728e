import HTMLParser
from xml.sax import saxutils

h = HTMLParser.HTMLParser()
print h.unescape('&lt;'), HTMLParser.HTMLParser().unescape('&lt;b')
print saxutils.unescape('&lt;')


class P(HTMLParser.HTMLParser):
    def handle_data(self, data):
        print self.unescape(data)
