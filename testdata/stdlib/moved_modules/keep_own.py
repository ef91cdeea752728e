def f(md5, exceptions):
    return md5.new(), exceptions.ValueError


sets = Pool()
sets.Set(1)
