try:
    print 1
