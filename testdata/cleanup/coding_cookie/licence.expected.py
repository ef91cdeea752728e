#
# Copyright (c) 2010 É
# Licence: MIT

x = 1
