import html.parser


class Own(html.parser.HTMLParser):
    def __init__(self, out):
        html.parser.HTMLParser.__init__(self, convert_charrefs=False)
        self.out = out

    def handle_entityref(self, name):
        self.out.append(name)


class Bare(html.parser.HTMLParser):
    def handle_charref(self, name):
        print(name)


Bare(convert_charrefs=False).feed('&#65;')


class Never(html.parser.HTMLParser):
    def handle_charref(self, name):
        print(name)


class Data(html.parser.HTMLParser):
    def handle_data(self, data):
        print(data)


class Other(object):
    def handle_charref(self, name):
        print(name)


Data().feed('x')
