print(str(repr(x)), str('k' in d))
exec(str('x = %d' % chr(3)))
if x: y = str(z); print(chr(y))
z = str(
    x,  # the text
    'utf-8')
raise ValueError(str(x))
