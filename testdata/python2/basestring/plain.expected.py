print(isinstance(x, str), isinstance(x, (str, int)))
kinds = [str]
if isinstance(x, str): y = 1
