import os
from os import getcwd, path
import os as o
x = os.getcwd(), getcwd (), o . getcwd()
