# py3k-test: --from auto
rows = input("rows: ")
print("%s" % rows) if rows else None
