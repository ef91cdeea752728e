# py3k-test: --from auto
show = lambda: print(1)
rows = input("rows: ")
