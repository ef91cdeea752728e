import sub, helper
from pkg import helper as again
