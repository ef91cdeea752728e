import sqlite3
import pickle

sqlite3.register_converter('int', int)
sqlite3.register_converter('text', lambda data: data.decode('utf-8'))
sqlite3.register_converter('any', lambda data: pickle.loads(data))
sqlite3.register_converter('none', lambda data: None)
mine.register_converter('x', f)


def read(data):
    return data.decode('utf-8')


sqlite3.register_converter('read', read)
