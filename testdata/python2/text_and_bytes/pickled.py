import cPickle
import pickle


def contents(obj):
    try:
        return contents_of_code(obj.func_code)
    except AttributeError:
        try:
            return pickle.dumps(obj)
        except pickle.PicklingError:
            return str(obj)


def contents_of_code(code):
    parts = ["%d" % code.co_argcount, ",(" + ",".join(map(contents, code.co_consts)) + ")"]
    return "".join(parts)


def stored(value):
    return cPickle.loads(str(value))


def binary(value):
    return pickle.loads(pickle.dumps(value, 2))
