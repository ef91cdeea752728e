# py3k-test: -f input
x = input("this may be Python 3")
