import itertools
x = itertools.imap(None, a, b), itertools.imap(None,
    a), itertools.imap
