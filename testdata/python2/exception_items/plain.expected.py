def f():
    try:
        g()
    except (IOError, OSError) as e:
        print(e.args[0], e.args[1], e.args[-1], e.args[0:2])
        number, text = e.args
        return e.args[0] if len(e.args) == 1 else ''
    except ValueError as  v :
        if v.args [ 0 ]:
            raise v
