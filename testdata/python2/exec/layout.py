exec   code   in   scope
exec code in scope,   names
exec "a = 1\n" \
     "b = 2\n" in scope
exec code in \
    scope
exec compile(a,  # why
             b, c) in scope
exec """
def f(): pass
""" in scope  # why
exec"a = 1"
exec code; exec code in scope ; a = 1
if a: exec code
else: exec code in scope; exec"b"
