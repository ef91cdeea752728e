import HTMLParser
import json
import StringIO
import string
import sys
import warnings
warnings.simplefilter('ignore')
import sets


class P(HTMLParser.HTMLParser):
    def __init__(self):
        HTMLParser.HTMLParser.__init__(self)
        self.links = []

    def handle_starttag(self, tag, attrs):
        d = dict(attrs)
        if d.has_key('href'):
            self.links.append(d['href'])

    def handle_entityref(self, name):
        self.links.append('&' + name)


class Bare(HTMLParser.HTMLParser):
    def handle_charref(self, name):
        print 'ref', name


p = P()
p.feed('<a href="/x">t &amp; u</a>')
Bare().feed('a &#65; b')
print p.links, HTMLParser.HTMLParser().unescape('&lt;b') == '<b'
print json.loads('{"a": "b"}', encoding='utf-8')['a'] == 'b', json.dumps('x', encoding='latin-1')
s = StringIO.StringIO('hello')
print s.len, s.buf, s.pos
a = sets.Set([1])
a.union_update([2])
print sorted(a)


def clean(s):
    return s.translate(string.maketrans('', ''), string.punctuation)


print clean('it\'s, ok!')
print 'x',
sys.stdout.write('y\n')


def without(s):
    return filter(lambda c: c != 'x', s)


print without('axb') + '!'
