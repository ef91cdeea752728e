# py3k-test: --from 2 --target 2+3
a = 10L, 0777, 0xFFFFFFFFFFFFFFFFFL, 18446744073709551616L
b = type(a[0]) is long
