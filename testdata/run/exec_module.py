# exec at module level, where the module's names are the scope.
exec "alpha = 1"
print alpha
exec "beta = alpha + 1"; print beta
exec("gamma = 3")
print gamma
exec ("delta = "
      "4")
print delta
exec "epsilon = 5" in globals()
print epsilon
exec "zeta = 6" in globals(), globals()
print zeta
exec compile("eta = 7", "<eta>", "exec")
print eta
source = "theta = 8"
exec source
print theta
exec source.replace("theta", "iota").replace("8", "9")
print iota
for name in ["one", "two"]:
    exec "%s_len = %d" % (name, len(name))
print one_len, two_len


def run():
    namespace = {'seen': []}
    exec "seen.append(1)" in namespace
    exec "seen.append(2)" in globals(), namespace
    return namespace['seen']


print run()
if alpha: exec "kappa = 10"
print kappa
exec "def greet(who):\n    return 'hello ' + who"
print greet("you")
exec "class K: x = 3"
print K.x
