# py3k-test: 
import net, http
