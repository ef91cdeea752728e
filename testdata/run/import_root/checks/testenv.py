import fixtures
from fixtures import value

print 'environment', fixtures.value
