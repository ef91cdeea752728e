# py3k-test: --from 2 --target 2+3
a = 10L, 0o777, 0xFFFFFFFFFFFFFFFFF, 18446744073709551616
b = type(a[0]) is long
