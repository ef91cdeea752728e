import mailbox, tarfile
from debugger import Debugger
import debugger


class Test(object):
    def setup(self):
        self.debugger = debugger.Debugger()
        self.box = mailbox.Maildir("x")

    def test(self, lines):
        return self.debugger.next(), self.box.next(), lines.next()


d = Debugger()
d.next()
with_args = debugger.Steps()
with_args.next()
archive = tarfile.open("x.tar")
member = archive.next()
rows = iter([1])
row = rows.next()
