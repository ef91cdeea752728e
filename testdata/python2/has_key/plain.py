class Cache(dict):
    def get_all(self, keys):
        for key in keys:
            if self.has_key(key) and not self.has_key((key, None)):  # both
                yield self[key]
        while not self.has_key(
            keys[0]  # the first
        ):
            break


def nested(d, e):
    return d.has_key(e.has_key(1) and 2)
