import codecs
import io

open(p, 'r'), open(p, "r"), open(p, mode='r'), open(p, r'r', 1)
io.open(p, 'r', encoding='utf-8'), codecs.open(p, 'r', 'utf-8'), archive.open(n, 'r')
open(p, 'rbU')
