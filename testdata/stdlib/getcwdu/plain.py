import os
from os import getcwdu, path
import os as o
x = os.getcwdu(), getcwdu (), o . getcwdu()
