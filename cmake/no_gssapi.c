// Stands in for libgssapi, of which Debian has no archive: libgit2 asks it to log in to servers, and py3k never talks to
// one. Each function says that it has failed.

typedef unsigned int OM_uint32;

enum { kFailure = 13 << 16 };  // GSS_S_FAILURE, RFC 2744

#define PY3K_NO_GSSAPI(name) \
  OM_uint32 name(void) { return kFailure; }

PY3K_NO_GSSAPI(gss_delete_sec_context)
PY3K_NO_GSSAPI(gss_display_status)
PY3K_NO_GSSAPI(gss_import_name)
PY3K_NO_GSSAPI(gss_indicate_mechs)
PY3K_NO_GSSAPI(gss_init_sec_context)
PY3K_NO_GSSAPI(gss_release_buffer)
PY3K_NO_GSSAPI(gss_release_name)
PY3K_NO_GSSAPI(gss_release_oid_set)

void *GSS_C_NT_HOSTBASED_SERVICE = 0;
