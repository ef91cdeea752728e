import csv
import pickle

open(p), open(p, 'r'), open(p, 'wb'), open(p, mode), opener(p, 'rU'), db.open('U')
csv.reader(open(p)), csv.reader(open(p, 'r')), pickle.load(open(p, 'rb')), pickle.load(f)
