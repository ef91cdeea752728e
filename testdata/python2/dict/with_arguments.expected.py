class Config(Base):
    def iteritems(self, section):
        return iter(self.sections[section].items())


for k, v in c.items():
    print(k)
