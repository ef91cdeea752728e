import util
import other

values = map(abs, [1]), other.itertools.izip([1])
