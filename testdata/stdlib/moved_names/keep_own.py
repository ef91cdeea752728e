import time as t


class Clock(object):
    def clock(self):
        return self.clock


def f(time, cgi, collections):
    return time.clock(), cgi.escape("<"), collections.Mapping
