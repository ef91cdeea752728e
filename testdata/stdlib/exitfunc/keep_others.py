import mysys as sys
sys.exitfunc = f
exitfunc = f
