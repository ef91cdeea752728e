exec(code, scope)
exec(code, scope,   names)
exec("a = 1\n" \
     "b = 2\n", scope)
exec(code, scope)
exec(compile(a,  # why
             b, c), scope)
exec("""
def f(): pass
""", scope)  # why
exec("a = 1")
exec(code); exec(code, scope) ; a = 1
if a: exec(code)
else: exec(code, scope); exec("b")
