import pickle
import pickle


def contents(obj):
    try:
        return contents_of_code(obj.__code__)
    except AttributeError:
        try:
            return pickle.dumps(obj, 0).decode('latin-1')
        except pickle.PicklingError:
            return str(obj)


def contents_of_code(code):
    parts = ["%d" % code.co_argcount, ",(" + ",".join(map(contents, code.co_consts)) + ")"]
    return "".join(parts)


def stored(value):
    return pickle.loads(bytes(value))


def binary(value):
    return pickle.loads(pickle.dumps(value, 2))
