# coding: euc_jp
print '�'
