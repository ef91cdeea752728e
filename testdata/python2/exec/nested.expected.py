exec(repr(a), scopes[repr(b)], {0o777: 10})
exec("a" if b != c else repr(d))
exec(code, [x for x in (1, 2)][0])
