# Statements run in a class body, and methods with old spellings.
class Config(object):
    modes = {'r': 0400, 'w': 0200, 'x': 0100}
    limit = 10L
    names = modes.keys()
    names.sort()
    print "building", names
    if modes.has_key('r'): readable = True
    else: readable = False
    try:
        raise KeyError, "in a class"
    except KeyError, caught:
        message = `caught.args[0]`
    text = `limit`.rstrip('L')
    exec "made = limit + 1"
    different = limit <> 11L
    for name in names: print name,
    print "built"

    def __init__(self, (user, group)=(u'root', u'wheel'), **options):
        self.user, self.group = user, group
        self.options = options

    def __eq__(self, other):
        return self.user == other.user

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.user)

    def __getitem__(self, key):
        if not self.options.has_key(key): raise KeyError, key
        return self.options[key]

    def mode(self, *keys):
        total = 0
        for k in keys: total |= self.modes[k]
        return "%04o" % total


c = Config(debug=1)
print c.user, c.group, c['debug'], c.mode('r', 'w'), Config.message, Config.text
print Config.made - 1 == c.limit, Config.different, Config.readable
print c <> Config(("me", "us")), c <> Config()
try: c['nothing']
except KeyError, e: print "no", e.args[0]
print {c: 1}.has_key(Config()), c.options.items()
