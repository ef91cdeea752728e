import string

IDENTITY = string.maketrans('', '')


def clean(s):
    return s.translate(string.maketrans('', ''), string.punctuation)


def bare(s):
    return s.translate(IDENTITY, string.whitespace)


def other(s, table, gone):
    return s.translate(table, gone)


def given(s, gone):
    return s.translate(None, gone)


print given('a-b', '-')
