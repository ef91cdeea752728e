# py3k-test: --from 2 --target 2+3
a = input()
b = eval(input("b? "))
c = raw_input("c? ")
