from __future__ import nested_scopes; import string
from __future__ import division; from __future__ import print_function; import os
from __future__ import division; from __future__ import print_function
import re; from __future__ import division; from __future__ import with_statement
