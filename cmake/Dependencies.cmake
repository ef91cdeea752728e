# Finds the libraries, and names every missing one at once, as the Debian package to install.

option(PY3K_STATIC "Link all libraries but glibc into the program: for packages that need nothing else" OFF)
if(PY3K_STATIC)
  # glibc itself stays out: its iconv loads converters, which a program of another glibc's can't.
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  set(Boost_USE_STATIC_LIBS ON)
endif()

set(missing "")

# py3k_require(PACKAGE...: find_package() arguments) notes the Debian package where CMake finds nothing.
macro(py3k_require debian_package name)
  find_package(${name} QUIET ${ARGN})
  if(NOT ${name}_FOUND)
    list(APPEND missing ${debian_package})
  endif()
endmacro()

# For libraries whose Debian package has no CMake configuration: makes the target py3k::NAME.
macro(py3k_require_library debian_package name header library)
  find_path(PY3K_${name}_INCLUDE_DIR ${header})
  find_library(PY3K_${name}_LIBRARY ${library})
  mark_as_advanced(PY3K_${name}_INCLUDE_DIR PY3K_${name}_LIBRARY)
  if(PY3K_${name}_INCLUDE_DIR AND PY3K_${name}_LIBRARY)
    add_library(py3k::${name} UNKNOWN IMPORTED)
    set_target_properties(py3k::${name} PROPERTIES IMPORTED_LOCATION ${PY3K_${name}_LIBRARY}
                          INTERFACE_INCLUDE_DIRECTORIES ${PY3K_${name}_INCLUDE_DIR})
  else()
    list(APPEND missing ${debian_package})
  endif()
endmacro()

find_package(Threads REQUIRED)
py3k_require(libboost-program-options-dev Boost COMPONENTS program_options)
py3k_require(libspdlog-dev spdlog)
py3k_require(libfmt-dev fmt)
py3k_require(nlohmann-json3-dev nlohmann_json)
py3k_require(libexpected-dev tl-expected)
py3k_require(libtomlplusplus-dev tomlplusplus)
py3k_require_library(libgit2-dev git2 git2.h git2)
py3k_require_library(libxxhash-dev xxhash xxhash.h xxhash)
if(BUILD_TESTING)
  py3k_require("libgtest-dev;libgmock-dev" GTest)
  py3k_require(libbenchmark-dev benchmark)
  py3k_require(python3 Python3 COMPONENTS Interpreter)
endif()

if(missing)
  list(JOIN missing " " packages)
  # CMake keeps a line that starts with a blank in one piece.
  message(FATAL_ERROR " Missing libraries. Install them with: apt-get install ${packages}")
endif()

if(PY3K_STATIC)
  include(StaticLibraries)
else()
  add_library(py3k::spdlog ALIAS spdlog::spdlog)
  add_library(py3k::fmt ALIAS fmt::fmt)
  add_library(py3k::toml ALIAS tomlplusplus::tomlplusplus)
endif()
