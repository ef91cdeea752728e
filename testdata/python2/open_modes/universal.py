import codecs
import io

open(p, 'rU'), open(p, "U"), open(p, mode='Ur'), file(p, r'rU', 1)
io.open(p, 'rU', encoding='utf-8'), codecs.open(p, 'rU', 'utf-8'), archive.open(n, 'rU')
open(p, 'rbU')
