import string

IDENTITY = str.maketrans('', '')


def clean(s):
    return s.translate(str.maketrans('', '', string.punctuation))


def bare(s):
    return s.translate(str.maketrans('', '', string.whitespace))


def other(s, table, gone):
    return s.translate(table, gone)


def given(s, gone):
    return s.translate(str.maketrans('', '', gone))


print(given('a-b', '-'))
