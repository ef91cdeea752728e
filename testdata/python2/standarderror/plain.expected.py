class Lost(Exception): pass
try:
    raise Exception('x')
except (Exception, KeyError) as e:
    print(e)
