class Plain(Exception):
    pass


try:
    f()
except Plain, e:
    print e.message
except Exception, e:
    log(e.message, str(e))
except (ValueError, lib.Error), e:
    raise Plain('again: ' + e.message)
