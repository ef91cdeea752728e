import re

def f(s, p):
    """Flags such as (?i) in a docstring: a(?i)."""
    a = re.compile(r'(?i)a[(?i)]\(?i\)(?#(?i))')
    c = re.sub(r'\s+$', '-', s)
    d = re.sub(r'\s*$', '', s)
    e = re.sub('^', '> ', s)
    g = re.sub(' *', '-', s, count=1)
    h = re.sub(r'(a)', r'\g<1>\1\n\\d', s)
    i = p.sub('\\1', s)
    j = s.template('x')
    k = re.split(r'\s+|,', s)
    l = re.compile('(?:a|b)(?=c)')
    return s
