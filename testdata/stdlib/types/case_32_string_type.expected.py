import types
if type(x) == str: pass
