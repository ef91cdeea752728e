title = str(name)
text = str(data, 'utf-8')
letter = chr(65) + chr (0x20ac)
kinds = [str, chr]
print(isinstance(x, str), str.upper("abc"))


class Text(str):
    def __new__(cls, value='', kind=str):
        return str.__new__(cls, value)
