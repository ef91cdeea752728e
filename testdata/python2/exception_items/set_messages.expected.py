class Own(Exception):
    def __init__(self, message):
        self.message = message


try:
    f()
except Own as e:
    print(e.message)
except IOError as e:
    print(e.args[0] if len(e.args) == 1 else '')
except Exception as e:
    print(getattr(e, 'message', e.args[0] if len(e.args) == 1 else ''))
