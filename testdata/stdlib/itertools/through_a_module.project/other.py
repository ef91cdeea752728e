class itertools: pass
