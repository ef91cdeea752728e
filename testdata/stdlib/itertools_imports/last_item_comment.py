from itertools import chain, izip  # noqa
from itertools import count, \
    imap  # why
import os; from itertools import (ifilter,  # kept
    repeat)
x = os, chain(izip(a, b)), count(), imap(f, a), ifilter(f, a), repeat
