exec `a` in scopes[`b`], {0777: 10L}
exec "a" if b <> c else `d`
exec code in [x for x in 1, 2][0]
