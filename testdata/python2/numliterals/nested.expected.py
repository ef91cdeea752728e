print(10, 0o777, end=' ')
a = repr(10), repr(0o777)
a = 10 != 0o777
a = [b for b in (10, 0o777)]
raise E(0o777)
exec(0o777, 10)
10 in d
