x = [1, 2]
y = str([1, 2.5, 'a', None]) + repr((1,)) + '%s' % {'a': 1}
text = str(3.5) + str(d)
