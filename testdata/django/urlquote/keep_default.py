from django.utils.http import urlquote
x = urlquote(y)
