# py3k-test: --from auto
a = '\400'
