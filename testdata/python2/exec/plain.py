exec code
exec "a = 1"
exec code in scope
exec code in scope, names
exec "%s = %d" % (a, b) in scope
exec a.b() + c in scope
exec code in a or b
exec compile(a, b, c) in {'d': e}
exec (code)
exec(code)
exec (code, scope)
exec(code, scope, names)
exec (code) in scope
exec (a) + b in scope
exec("a" "b") in scope, names
