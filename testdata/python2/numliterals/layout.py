a=10Lif b else 0777if c else 0xFLor 1
a = [10L ,  0777  , # why
     0xFL]
a = 10L;b = 0777 ;c = 10L
if 10L: a = 0777
else:a = 10L
a = 10L \
    + 0777
a[0777:10L]
