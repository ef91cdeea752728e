from taken_by_others import NoneType, StringType, StringTypes
print NoneType
