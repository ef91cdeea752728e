import json
from json import dumps
