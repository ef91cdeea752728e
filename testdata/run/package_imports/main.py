# Packages whose modules import each other the way only Python 2 does.
import zoo
from zoo import cages, birds
from zoo.birds import parrot

print zoo.describe('lion'), cages.Cage(2).names.items()
print parrot.Parrot('Polly').say('%s wants %d' % ('cracker', 3L))
try:
    cages.Cage(0)
except cages.TooSmall, e:
    print 'too small:', e
print sorted(birds.all_birds().iteritems())
