from sqlalchemy import coerce


def f(x):
    return coerce(x), x.coerce(x)
