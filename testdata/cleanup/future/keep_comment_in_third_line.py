#!/usr/bin/python
from __future__ import division
# -*- coding: utf-8 -*-
x = 1
