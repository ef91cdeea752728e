# Compiler settings of all targets, and py3k_own_code(), which adds those that hold for our own code only.

option(PY3K_WERROR "Treat warnings in our own code as errors" ON)
option(PY3K_PCH "Precompile the headers that every fixer or every test includes" ON)
set(PY3K_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

find_program(PY3K_CCACHE ccache)
mark_as_advanced(PY3K_CCACHE)
if(PY3K_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache refuses precompiled headers without the sloppiness.  No CCACHE_BASEDIR: a header that another clone
  # precompiled names that clone's files, and GCC then includes ours once more.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros ${PY3K_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()

# No path of the machine that built it ends up in a binary.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
# Debian's linker keeps every library it is given; each that is not used would cost start-up time.
add_link_options(-Wl,--as-needed)

if(PY3K_SANITIZE)
  add_compile_options(-fsanitize=${PY3K_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PY3K_SANITIZE})
endif()

# What users run checks its buffers and its stack, and lies where nobody can guess.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT PY3K_SANITIZE)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fPIE)
  add_link_options(-pie -Wl,-z,relro,-z,now)
endif()

function(py3k_own_code target)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  # A fixer names only the members it needs, by design, and -Wextra objects to the rest.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wno-missing-field-initializers)
  if(PY3K_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # These depend on what the optimizer happens to inline, and GCC 12 gets them wrong inside the standard library.
    target_compile_options(${target} PRIVATE -Wno-restrict)
    foreach(warning maybe-uninitialized array-bounds stringop-overflow stringop-overread dangling-pointer free-nonheap-object)
      target_compile_options(${target} PRIVATE -Wno-error=${warning})
    endforeach()
  endif()
endfunction()

# Compiles a header that (nearly) all files of a target include only once.
function(py3k_precompile target)
  if(PY3K_PCH)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      target_compile_options(${target} PRIVATE -fpch-preprocess)  # for ccache
    elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")  # for ccache
    endif()
  endif()
endfunction()
