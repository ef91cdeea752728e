import platform


def dist1(distname='', version='', id='', supported_dists=()):
    try:
        release = platform.freedesktop_os_release()
    except (AttributeError, OSError):
        return distname, version, id
    return release.get('ID', distname), release.get('VERSION_ID', version), release.get('VERSION_CODENAME', id)


dist = 1
print(dist1(), dist)
