import HTMLParser


class Own(HTMLParser.HTMLParser):
    def __init__(self, out):
        HTMLParser.HTMLParser.__init__(self)
        self.out = out

    def handle_entityref(self, name):
        self.out.append(name)


class Bare(HTMLParser.HTMLParser):
    def handle_charref(self, name):
        print name


Bare().feed('&#65;')


class Never(HTMLParser.HTMLParser):
    def handle_charref(self, name):
        print name


class Data(HTMLParser.HTMLParser):
    def handle_data(self, data):
        print data


class Other(object):
    def handle_charref(self, name):
        print name


Data().feed('x')
