import testenv


def run():
    return testenv.value
