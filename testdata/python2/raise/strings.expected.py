# py3k-test: -f raise --from 2
raise "a"
raise ("a", b)
raise ("a" % b, c, d)
raise ("a")
raise E
