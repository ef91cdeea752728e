from __future__ import absolute_import
from yaml.loader import Loader
