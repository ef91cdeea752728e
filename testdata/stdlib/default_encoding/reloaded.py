import sys
reload(sys).setdefaultencoding('utf8')
if sys:
    reload(sys).setdefaultencoding('utf8')
