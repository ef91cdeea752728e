import os; from itertools import (izip, # why
   imap)
x = os
