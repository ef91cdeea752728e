print(~x)
