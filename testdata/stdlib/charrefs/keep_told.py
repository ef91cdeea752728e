from html.parser import HTMLParser


class P(HTMLParser):
    def __init__(self):
        HTMLParser.__init__(self, convert_charrefs=False)

    def handle_charref(self, ref):
        pass
