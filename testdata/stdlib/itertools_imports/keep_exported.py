from itertools import chain
from mine import izip, imap
izip(chain(imap(f, a)))
