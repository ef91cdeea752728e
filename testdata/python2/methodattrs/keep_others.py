im_func = 1
f(im_self=im_func)
