def tabs(n):
	if n <> 1:
		print "tab", n
		try:
			raise ValueError, "x"
		except ValueError, (e,): print "tabs", e
	return `n`


def narrow(n):
 if n <> 1:
  print "narrow"
  for i in xrange(1): print i
 return `n`


def wide((a, b)):
            if a <> b:
                        print "wide"
                        return (lambda (x, y):
                                x + y)((a, b))


def continued(first,
    second):
  text = """
not indented
    at all"""
  if (first and
  second <> 1):
      print "continued", len(text), [
 first,
   second]
  return first


class Deep(object):
    class Deeper(object):
        class Deepest(object):
            def f(self, (a, b)):
                def g((c, d)):
                    return a, b, c, d
                return g((3, 4))


print tabs(2)
print narrow(0)
print wide((1, 2))
print continued(1, 2)
print Deep.Deeper.Deepest().f((1, 2))
if 1:
        print "eight"
        if 2:
         print "and one"
else:
  print "two"
