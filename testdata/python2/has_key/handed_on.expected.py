f = d.__contains__
list(filter(d.__contains__, keys))
d.__contains__(*keys)
d[repr(a)].__contains__
a in E()
