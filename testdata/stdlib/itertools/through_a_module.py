import util
import other

values = util.itertools.imap(abs, [1]), other.itertools.izip([1])
