from __future__ import absolute_import, division
import yaml
