#!/usr/bin/env python

"""Doc."""
