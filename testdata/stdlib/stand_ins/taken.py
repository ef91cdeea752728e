import platform
dist = 1
print platform.dist(), dist
