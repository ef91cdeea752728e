raise
raise E
raise E('a')
raise (E)
raise E('a', 1).again()
