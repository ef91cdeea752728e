# py3k-test: -f bytes_argument --from 2
import hashlib
print b'a'.decode('utf-8'), x.decode('utf-8'), hashlib.md5(x), hashlib.md5(), hashlib.md5(b'a')
