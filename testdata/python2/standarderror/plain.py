class Lost(StandardError): pass
try:
    raise StandardError, 'x'
except (StandardError, KeyError), e:
    print e
