# Libraries for PY3K_STATIC, where they differ from what find_package() gives: those without an archive are compiled from
# their headers, and libgit2 comes with all that it needs itself.

# Debian has no archives of these two.
add_library(py3k::spdlog ALIAS spdlog::spdlog_header_only)
add_library(py3k::fmt ALIAS fmt::fmt-header-only)
set_target_properties(spdlog::spdlog_header_only PROPERTIES INTERFACE_LINK_LIBRARIES "Threads::Threads;fmt::fmt-header-only")

get_target_property(toml_include_dir tomlplusplus::tomlplusplus INTERFACE_INCLUDE_DIRECTORIES)
add_library(py3k_toml INTERFACE)
target_include_directories(py3k_toml SYSTEM INTERFACE ${toml_include_dir})
target_compile_definitions(py3k_toml INTERFACE TOML_HEADER_ONLY=1)
add_library(py3k::toml ALIAS py3k_toml)

# In the order in which the linker needs them; libgit2's pkg-config file leaves out what libssh2 needs.
set(git2_needs mbedtls mbedx509 mbedcrypto http_parser ssh2 gcrypt gpg-error ssl crypto pcre2-8 z)
set(git2_archives "")
foreach(name ${git2_needs})
  find_library(PY3K_${name}_ARCHIVE ${name})
  mark_as_advanced(PY3K_${name}_ARCHIVE)
  if(NOT PY3K_${name}_ARCHIVE)
    message(FATAL_ERROR " lib${name}.a is missing, which libgit2.a needs. Install libgit2-dev and libgpg-error-dev.")
  endif()
  list(APPEND git2_archives ${PY3K_${name}_ARCHIVE})
endforeach()
add_library(py3k_no_gssapi OBJECT ${CMAKE_CURRENT_LIST_DIR}/no_gssapi.c)
# What is linked is there at start-up, and needs no dlopen().
set_target_properties(py3k::git2 PROPERTIES INTERFACE_COMPILE_DEFINITIONS PY3K_GIT2_IS_LINKED
                      INTERFACE_LINK_LIBRARIES "py3k_no_gssapi;$<TARGET_OBJECTS:py3k_no_gssapi>;${git2_archives}")

# Debian's archives are no position-independent code.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
add_link_options(-no-pie -static-libstdc++ -static-libgcc -Wl,--gc-sections)
