import string
import os
import re
