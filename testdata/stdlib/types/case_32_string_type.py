import types
if type(x) == types.StringType: pass
