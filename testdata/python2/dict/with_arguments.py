class Config(Base):
    def iteritems(self, section):
        return self.sections[section].iteritems()


for k, v in c.iteritems():
    print k
