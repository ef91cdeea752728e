from . import fast, slow, win, cy
import text
