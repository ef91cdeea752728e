from itertools import chain  # noqa
from itertools import count  # why
# kept
import os; from itertools import (repeat)
x = os, chain(zip(a, b)), count(), map(f, a), filter(f, a), repeat
