from warnings import warnpy3k
show = warnpy3k
