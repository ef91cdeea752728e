class Name(object):
    def __str__(self):
        return '%s' % self.name


class Title(Name):
    # as bytes

    def __str__(self):
        return 'title ' + Name.__str__(self)


class Label(Name):
    def __str__(self):
        return 'label'



class Line(Name):
    def __str__(self):
        return self.text


print(super(Line, line).__str__())
