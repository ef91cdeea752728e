f = d.__contains__
filter(d.__contains__, keys)
d.__contains__(*keys)
d[repr(a)].__contains__
a in E()
