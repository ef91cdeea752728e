# What list.sort() gives is None, so that these are other things' methods.
def f(table, column):
    rows = table.sort(column)
    return table.sort(column)
