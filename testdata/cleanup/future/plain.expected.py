#!/usr/bin/env python
"""The docstring comes before them."""
# long needed
import os
