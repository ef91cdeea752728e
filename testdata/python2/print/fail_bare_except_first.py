try: print 1
except: pass
except E: pass
