# py3k-test: --from 2 --target 2+3
a = eval(raw_input())
b = eval(input("b? "))
c = raw_input("c? ")
