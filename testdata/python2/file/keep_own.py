def save(file, data):
    file(data)
    file.write(data)


def load(path):
    file = opener(path)
    return file()


x.file(path)
