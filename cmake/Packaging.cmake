# Packages: `cpack -G "DEB;TGZ"` in a build folder, and the target `wheel`. scripts/package makes all three of the preset
# `static`, whose program needs glibc only.

include(GNUInstallDirs)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)

set(CPACK_PACKAGE_NAME py3k)
set(CPACK_PACKAGE_VENDOR "The py3k developers")
set(CPACK_PACKAGE_CONTACT "The py3k developers <py3k@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" system)
set(CPACK_PACKAGE_FILE_NAME py3k-${PROJECT_VERSION}-${system})
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "One native program that does what 2to3 did, is right where 2to3 was wrong, and
leaves all else in a file as it was: comments, quotes, white space, encoding.
It converts in place or shows diffs, a directory at a time.")
if(NOT PY3K_STATIC)
  # Loaded when it is needed, so that no tool finds it among the program's libraries.
  file(STRINGS ${PY3K_git2_INCLUDE_DIR}/git2/version.h soversion REGEX "LIBGIT2_SOVERSION")
  string(REGEX MATCH "[0-9.]+" soversion "${soversion}")
  set(CPACK_DEBIAN_PACKAGE_DEPENDS libgit2-${soversion})
endif()
include(CPack)

find_package(Python3 QUIET COMPONENTS Interpreter)
if(Python3_FOUND AND TARGET py3k)
  add_custom_target(wheel COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/make_wheel.py $<TARGET_FILE:py3k>
                          --version ${PROJECT_VERSION} --summary ${PROJECT_DESCRIPTION} --strip ${CMAKE_STRIP}
                          --readme ${PROJECT_SOURCE_DIR}/README.md --license ${PROJECT_SOURCE_DIR}/LICENSE
                          --out ${CPACK_PACKAGE_DIRECTORY}
                    DEPENDS py3k VERBATIM)
endif()
