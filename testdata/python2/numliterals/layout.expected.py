a=10 if b else 0o777 if c else 0xF or 1
a = [10 ,  0o777  , # why
     0xF]
a = 10;b = 0o777 ;c = 10
if 10: a = 0o777
else:a = 10
a = 10 \
    + 0o777
a[0o777:10]
