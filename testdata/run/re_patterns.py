# Patterns that re takes no more, or otherwise.
import re

WORD = r'[a-z]+(?i)'
NUMBER = re.compile('\\d+(?x)  # a comment')


def show(*things):
    print ' '.join(map(str, things))


show(re.match(WORD, 'aBc').group(), NUMBER.match('12').group())
show(re.match('a' r'b(?i)', 'AB').group(), re.compile('%s(?i)' % 'x').match('X') is not None)
prefix = 'q'
show(re.match(prefix + '(?i)u', 'QU').group())
show(re.sub(r'\y', r'\d\.', 'xyz'), re.sub('\y', '\q', 'xyz'), re.sub('(y)', '\\h\\1', 'xyz'))
show(re.match(r'[\A\Z]+\Z', 'AZ').group(), repr(re.sub('x', r'\400', 'x')), re.match(r'\501', 'A').group())
show(re.match(r'\u0041', 'u0041').group(), re.match(r'\u[0-9]', 'u1').group())
show(re.split(' *', 'a  b c'), re.split('[,;]*', 'a,;b'), re.template('a').match('a').group())
show(re.match('(?L)a', 'a').group(), re.match('(?iu)a', 'A').group())
show(re.sub(r'^\s*|\s*$', '', '  a  '), re.sub('(?m)^', '> ', 'a\nb'))
