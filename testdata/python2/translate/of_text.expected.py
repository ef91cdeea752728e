print('abc'.translate(str.maketrans('', '', 'b')), str(n).translate(str.maketrans('', '', deleted)), s.translate(None, 'b'))
