import sys
reload(sys)
if x: reload( m )  # again
