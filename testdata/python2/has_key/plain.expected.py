class Cache(dict):
    def get_all(self, keys):
        for key in keys:
            if key in self and (key, None) not in self:  # both
                yield self[key]
        # the first
        while keys[0] not in self:
            break


def nested(d, e):
    return (1 in e and 2) in d
