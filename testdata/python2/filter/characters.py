def f(s):
    digits = filter(lambda c: c in '0123456789', s)
    others = filter(lambda c: c not in "ab", s)
    some = filter(lambda c: c in s, s)
    return digits, others, some
