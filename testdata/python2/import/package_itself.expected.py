import sub
from . import helper
from pkg import helper as again
