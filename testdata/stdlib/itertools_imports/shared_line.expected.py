# why
import os
x = os
