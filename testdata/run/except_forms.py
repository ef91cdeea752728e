class Oops(Exception):
    pass


class Worse(Oops):
    pass


def attempt(kind):
    try:
        if kind == 1:
            raise Oops("one")
        elif kind == 2:
            raise Worse("two", 2)
        elif kind == 3:
            {}['missing']
        elif kind == 4:
            int("x y")
        elif kind == 5:
            [][3]
    except Worse, e:
        return "worse", e.args
    except Oops, err:
        return "oops", str(err)
    except (KeyError, IndexError), e:
        return "lookup", e.__class__.__name__
    except (ValueError), e :
        return "value", isinstance(e, Exception)
    else:
        return "fine", None
    finally:
        print "finally", kind


for kind in range(6):
    print attempt(kind)

try: raise Oops, "one line"
except Oops, e: print "caught", e
try: raise Oops("x")
except Worse, e: print "never"
except Oops , e : print "spaced", e; print "twice", e
try:
    raise KeyError('k')
except KeyError,e:
    print "tight", e
try:
    raise Oops("bare")
except:
    print "bare"
try:
    raise Oops("no name")
except Oops:
    print "no name"
try:
    raise Worse
except (Oops,
        ValueError), \
        e:
    print "over lines", repr(e.args)
