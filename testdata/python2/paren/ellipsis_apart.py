print x[. . .], x[...], x[ .. ., 1]
y = x[. # one
      .
      . , ::2]
from . . import z
