# py3k-test: --from 2 --vendor --module sgmllib
import sgmllib
from sgmllib import SGMLParser
