from zoo.cages import Cage


class Parrot(object):
    legs = 2

    def __init__(self, name):
        self.name, self.cage = name, Cage(3)

    def say(self, words):
        return '%s: %s (%d)' % (self.name, words, len(self.cage.names))
