# Converters and adapters of sqlite3.
try:
    from pysqlite2 import dbapi2 as Database
except ImportError:
    from sqlite3 import dbapi2 as Database


class Point(object):
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return 'Point(%d, %d)' % (self.x, self.y)


def point(text):
    return Point(*map(int, text.split(';')))


def decoded(data):
    return data.decode('utf-8').upper()


Database.register_adapter(Point, lambda p: '%d;%d' % (p.x, p.y))
Database.register_adapter(bytes, lambda s: s.decode('utf-8'))
Database.register_converter('point', lambda value: point(value.decode()))
Database.register_converter('bool', lambda s: str(s.decode()) == '1')
Database.register_converter('number', int)
Database.register_converter('name', decoded)
connection = Database.connect(':memory:', detect_types=Database.PARSE_DECLTYPES)
connection.execute('create table t (p point, b bool, n number, s name)')
connection.execute('insert into t values (?, ?, ?, ?)', (Point(1, 2), 1, 12, 'ann'))
for p, b, n, s in connection.execute('select * from t'):
    print(p, b, n + 1, s == 'ANN')
