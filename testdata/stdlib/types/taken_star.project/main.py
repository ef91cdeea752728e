import taken_star
print taken_star.NoneType, taken_star.ListType, taken_star.IntType
