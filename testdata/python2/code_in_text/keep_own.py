def eval(text):
    return text


eval('1 / 2')
model.eval('1 / 2')
re.compile('a/b')
