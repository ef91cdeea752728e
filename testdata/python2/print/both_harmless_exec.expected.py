# py3k-test: --from 2 --target 2+3
from __future__ import print_function
exec("x = 1")
exec(compile(code, "<code>", "exec", 0, 1), names)
value = compile(text, "<text>", "eval")
made = compile("y = 2", "<made>", "exec")
exec(made)
print("a", "b")
