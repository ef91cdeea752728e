from builtins import map as imap, zip as izip

values = list(imap(abs, [1])), list(filter(None, [0]))
