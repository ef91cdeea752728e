class Own(Exception):
    def __init__(self, message):
        self.message = message


try:
    f()
except Own, e:
    print e.message
except IOError, e:
    print e.message
except Exception, e:
    print e.message
