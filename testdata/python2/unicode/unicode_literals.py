from __future__ import unicode_literals
print '\u0041', "\N{EURO SIGN}", u'\u0041', b'\u0041', '\x41'
print r'\u0041\d', ur'\u0042', r'\d', br'\u0041'
