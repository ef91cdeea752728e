try:
    f()
except ValueError, e:
    print e.message
except (KeyError, IOError), e:
    print "%s" % e.message + '!'
except Exception, e:
    print e.message
except mine.Error, e:
    print e.message
