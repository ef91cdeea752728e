from mine import round
x = round(2.5)
y = self.round(1)
