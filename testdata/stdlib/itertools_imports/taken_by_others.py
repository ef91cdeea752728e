from itertools import imap, izip, ifilter

values = list(imap(abs, [1])), list(ifilter(None, [0]))
