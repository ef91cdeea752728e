import os, sys, traceback, time, getpass, socket, locale, optparse, subprocess, platform, tempfile, urllib, urllib2, cgi, json, csv, ConfigParser, string, datetime, gettext, logging, StringIO, uuid, hashlib, glob, inspect, pprint, textwrap, commands, base64, binascii, sqlite3, email, HTMLParser, xml.dom.minidom, random, codecs, pwd
fs = sys.getfilesystemencoding()
def f(x, p, e, mod, u):
    return pwd.getpwuid(1)[4].decode('utf8')
