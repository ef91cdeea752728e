def f(generator):
    print "python 2"
    generator.buffer.truncate(0)
