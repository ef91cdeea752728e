# py3k-test: -f import
import helper
