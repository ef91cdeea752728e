# What Python 3 has no operator, function or method for any more: CASES 40.
import string
from string import join, zfill


class Money(object):
    def __init__(self, cents):
        self.cents = cents

    def __div__(self, n):
        return Money(self.cents // n)

    def __unicode__(self):
        return u'%d cents' % self.cents

    def __str__(self):
        return unicode(self).encode('utf-8')


def by_size(a, b):
    return cmp(len(a), len(b)) or cmp(a, b)


words = ['pear', 'fig', 'apple', 'kiwi']
print sorted(words, by_size)
print sorted(words, cmp=lambda a, b: cmp(b.upper(), a.upper()))
print [cmp(x, 3) for x in range(2, 5)], cmp('a', 'b') < 0, not cmp(1, 1), -cmp(2, 1)
print str(Money(100) / 3)
print string.join(words), join(words, '-'), string.upper(words[0]), map(string.capitalize, words)
print zfill(7, 3), zfill('-7', 4), string.atoi('ff', 16), string.replace('abab', 'a', 'c', 1)
print string.lowercase[:3], string.split('a:b', ':'), string.find('abc', 'c')
print 'abc'.translate(string.maketrans('a', 'x'))
for line in file(__file__):
    print line.rstrip()
    break
