import base
from base import Named


class Site(base.Model):
    def save(self):
        super(Site, self).save()


class Page(Named):
    def save(self):
        super(Page, self).save()


class Front(Page):
    def save(self):
        super(Front, self).save()
