# -*- coding: utf-8 -*-
#
# Copyright (c) 2010 É
# Licence: MIT

x = 1
