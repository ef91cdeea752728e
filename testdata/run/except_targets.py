# What follows the comma may be any target.
class Pair(Exception):
    pass


class Keeper(object):
    error = None

    def run(self, *args):
        try:
            raise Pair(*args)
        except Pair, self.error:
            return self.error.args


errors = {}
seen = [None, None]
keeper = Keeper()
print keeper.run(1, 2), keeper.error.args

try:
    raise Pair(3)
except Pair, errors['last']:
    print sorted(errors), errors['last'].args
print errors['last'].args

try:
    raise Pair(4, 5)
except Pair, (x, y):
    print x + y
try:
    raise Pair(6, 7)
except Pair, [x, y]:
    print x * y
try: raise Pair("a", "b")
except Pair, (x, y): print x, y; print y, x
try:
    raise Pair("key", 8)
except (ValueError, Pair), (code, value):
    print code, value
try:
    raise Pair(9)
except Pair, seen[0]:
    pass
print seen[0].args, seen[1]


def number(text):
    try:
        return int(text)
    except ValueError, (message,):
        return message.split()[0]


print number("12"), number("twelve")
