try:
    f()
except ValueError as e:
    print(e.args[0] if len(e.args) == 1 else '')
except (KeyError, IOError) as e:
    print("%s" % (e.args[0] if len(e.args) == 1 else '') + '!')
except Exception as e:
    print(getattr(e, 'message', e.args[0] if len(e.args) == 1 else ''))
except mine.Error as e:
    print(getattr(e, 'message', e.args[0] if len(e.args) == 1 else ''))
