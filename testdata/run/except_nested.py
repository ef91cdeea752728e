log = []


class A(Exception):
    def __str__(self):
        return "A" + `self.args`


def deep(n):
    try:
        try:
            if n == 0: raise A, "zero"
            deep(n - 1)
        except A, inner:
            log.append((n, str(inner)))
            raise
        except ValueError, inner:
            log.append("never")
        else:
            log.append("else")
    finally:
        log.append(n)


try:
    deep(2)
except A, outer:
    print outer
for entry in log:
    print entry

for value in ["1", "x", None]:
    try:
        print int(value)
    except ValueError, e:
        try:
            raise A(1, 2)
        except A, e2:
            print e2, isinstance(e, ValueError)
    except TypeError, e:
        print "type", bool(e.args)
        continue
    else:
        print "ok"


def swap():
    try:
        raise A("x")
    except A, e:
        e = "rebound " + e.args[0]
        return e


print swap()
try:
    try: raise A, "inner"
    except A, e: raise ValueError, e.args[0] + "/outer"
except ValueError, e:
    print e.args
