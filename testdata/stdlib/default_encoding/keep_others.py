# py3k-test: -f default_encoding --from 2
import sys
reload(sys)
reload(os)
