# py3k-test: -f import
import json
import yaml
from . import json as ours
