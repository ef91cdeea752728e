import mailbox
from table import Table


def f(t, d):
    for k, v in Table().iteritems():
        print(k)
    for k in mailbox.mbox("x").iterkeys():
        print(k)
    own = {}
    return iter(own.values()), iter(t.items()), iter(d.values())
