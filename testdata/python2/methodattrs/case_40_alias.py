method = self.run
function = method.im_func
name = getattr(method, 'im_func', method).__name__
owner = (method or other).im_self
