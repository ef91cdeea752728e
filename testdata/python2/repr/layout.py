a = ` b `
a = `b`  ,  `c`
a =`b`if`c`else`d`
a = (`b`,  # why
     `[c,  # and why
       d]`)
if a: b = `c`; d = `e`
a = `b` \
    + `c`
assert `a`=="b", `c`
