class Name(object):
    def __unicode__(self):
        return 'name'

    def __str__(self):
        return 'bytes'


text = name.__unicode__()
