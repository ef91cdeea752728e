method = self.run
function = method.__func__
name = getattr(method, '__func__', method).__name__
owner = (method or other).__self__
