import parrot
from parrot import Parrot


def all_birds():
    return dict((name, parrot.Parrot(name).legs) for name in ('Polly', 'Jack') if not {}.has_key(name))
