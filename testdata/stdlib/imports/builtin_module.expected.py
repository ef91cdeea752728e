import builtins
import builtins as b
builtins.str(x), builtins.len, b.input
builtins._ = 1
