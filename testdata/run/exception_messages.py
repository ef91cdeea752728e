class MyErr(Exception):
    def __init__(self, code, msg):
        Exception.__init__(self, msg)
        self.code = code


class Set(Exception):
    def __init__(self, text):
        self.message = text + '!'


class AppError(StandardError):
    pass


class Sub(AppError):
    pass


def caught(error):
    try:
        raise error
    except MyErr, e:
        return e.message, e.code
    except Set, e:
        return e.message
    except AppError, e:
        return e.message, e.args
    except (ValueError, KeyError), e:
        return e.message
    except Exception, e:
        return repr(e.message)


print caught(MyErr(3, 'oops')), caught(Set('own')), caught(Sub('deep', 2)), caught(Sub('one'))
print caught(ValueError('v')), caught(KeyError('k')), caught(RuntimeError()), caught(IOError(2, 'x'))
