class Plain(Exception):
    pass


try:
    f()
except Plain as e:
    print(getattr(e, 'message', e.args[0] if len(e.args) == 1 else ''))
except Exception as e:
    log(getattr(e, 'message', e.args[0] if len(e.args) == 1 else ''), str(e))
except (ValueError, lib.Error) as e:
    raise Plain('again: ' + getattr(e, 'message', e.args[0] if len(e.args) == 1 else ''))
