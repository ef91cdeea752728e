from taken_by_others import *

for pair in izip([1], [2]): print pair, imap
