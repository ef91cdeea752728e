def f(a):
	if a:
		return 1
	return 2


def g(a):
    return a
