# py3k-test: --from 2 --target 2+3
exec "x = 1"
exec compile(code, "<code>", "exec", 0, 1) in names
value = compile(text, "<text>", "eval")
made = compile("y = 2", "<made>", "exec")
exec made
print "a", "b"
