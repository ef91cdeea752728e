from io import BytesIO, StringIO
a = StringIO('text')
b = BytesIO(open(f, 'rb').read())
