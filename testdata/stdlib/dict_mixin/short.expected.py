from collections.abc import MutableMapping


class Short(MutableMapping): keys = list
