# py3k-test: -f getstatusoutput
import commands


def f(c):
    status, output = commands.getstatusoutput(c)
    if status:
        raise IOError(output)
    r = commands.getstatusoutput(c)
    assert (r[0] == 0), r[1]
    if not status or 0 != r[0]:
        commands.getstatusoutput(c)
    return commands.getstatusoutput(c)[1]
