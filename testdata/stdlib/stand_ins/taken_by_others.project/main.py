from taken_by_others import PY_SOURCE, div
print PY_SOURCE, div(7, 2)
