a = "`b`", '''`
`'''
b = repr(a)  # `a`
def repr_(c): return repr(c)
