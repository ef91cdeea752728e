# What Python 3 can't parse, though only a corner of Python 2 knew it.
class E(Exception):
    pass

def caught(make):
    try:
        raise make
    except ValueError as (a, b):
        return a, b
    except KeyError as [c]:
        return c
    except E as (d):
        return type(d).__name__

print caught(ValueError(1, 2)), caught(KeyError("k")), caught(E())
try:
    {}["x"]
except KeyError, True:
    print type(True).__name__
print len(b"a" "bc"), b"a" u"b" == u"ab", len(u"a" b"\u1234"), u"c" b"\N{x}" == u"c\\N{x}"
print not caught, not 1 in [1]
def generator():
    print (yield 1)
    print (yield 2), "end"
for value in generator(): print value
\
   
helper = 5000
\
  
print helper
print ~helper;\
