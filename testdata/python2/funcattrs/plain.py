print f.func_name, f.func_code.co_argcount
wrapper.func_name = f.func_name
wrapper.func_dict.update(f.func_dict)
m.im_func.func_defaults, f.func_closure, f.func_doc, f.func_globals
if hasattr(f, 'func_code'): code = getattr(f, "func_code")
