print 10L, 0777,
a = `10L`, `0777`
a = 10L <> 0777
a = [b for b in 10L, 0777]
raise E, 0777
exec 0777 in 10L
d.has_key(10L)
