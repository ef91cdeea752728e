if x is None or x is not True or x is NotImplemented or x is Ellipsis: pass
if x is [] or x is {} or x is (a, 1) or f() is None: pass
if x is y1 or y1 is x or x[0] is y.z: pass
if x == 'a' or x != 5: pass
if x is not y is not None: pass
if (x is
        # why
        y): pass
assert 1 is 1 and 'a' is not 'b'
