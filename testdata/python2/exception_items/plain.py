def f():
    try:
        g()
    except (IOError, OSError), e:
        print e[0], e[1], e[-1], e[0:2]
        number, text = e
        return e.message
    except ValueError as  v :
        if v [ 0 ]:
            raise v
