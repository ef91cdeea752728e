import csv


def f(p):
    csv.reader(open(p, 'rb'))
    with open(p, 'wb') as out:
        csv.DictWriter(out, ['a'])
    rows = open(p, "rb")
    return csv.reader(rows, delimiter=';')
