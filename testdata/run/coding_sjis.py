# -*- coding: shift_jis -*-
# Second bytes that look like ASCII: 表 ソ 能
text = u"表示"
print len(text), [ord(c) for c in text]
print [ord(c) for c in u'ソ'], len(u"能力ソ")
print [ord(c) for c in u'ソ', u'表']  # 表
print u'十' <> u'百', {u"表": 010}.has_key(u'\u8868')
name = u"""構
造"""; print len(name), `len(name)`
