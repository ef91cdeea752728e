import typing


class Debugger:
    frame: typing.Any = None

    def next(self):
        return self.frame


class Steps:
    def next(self, count):
        return count
