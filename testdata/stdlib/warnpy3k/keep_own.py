from mywarnings import warnpy3k
import warnings

warnpy3k('x')
warnings.warn('x')
