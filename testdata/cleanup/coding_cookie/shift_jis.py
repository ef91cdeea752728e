# -*- coding: shift_jis -*-
x = u"表示"  # 表\
