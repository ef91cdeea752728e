print 'abc'.translate(None, 'b'), str(n).translate(None, deleted), s.translate(None, 'b')
