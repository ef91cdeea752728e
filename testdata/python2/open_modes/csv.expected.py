import csv


def f(p):
    csv.reader(open(p, 'r', newline=''))
    with open(p, 'w', newline='') as out:
        csv.DictWriter(out, ['a'])
    rows = open(p, "r", newline='')
    return csv.reader(rows, delimiter=';')
