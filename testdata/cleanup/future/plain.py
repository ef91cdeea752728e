#!/usr/bin/env python
"""The docstring comes before them."""
from __future__ import with_statement
from __future__ import generators, nested_scopes
from __future__ import (
    absolute_import,  # long needed
    division,
)
import os
