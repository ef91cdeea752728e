print('\u0041', "\N{EURO SIGN}", '\u0041', br'\u0041', '\x41')
print('\u0041\\d', '\u0042', r'\d', br'\u0041')
