self.exc_type = exc_type
print(self.exc_value)
