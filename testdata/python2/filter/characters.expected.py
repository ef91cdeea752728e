def f(s):
    digits = [c for c in s if c in '0123456789']
    others = [c for c in s if c not in "ab"]
    some = [c for c in s if c in s]
    return digits, others, some
