class Player:
    def isAlive(self):
        return self.health > 0


def play(player):
    return player.isAlive()
