class StandardError(Exception): pass
raise StandardError('x')
