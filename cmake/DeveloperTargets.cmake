# Targets for people who work on py3k: `format` rewrites our sources with clang-format; `tidy` checks them with clang-tidy,
# in the preset `clang` only, because clang-tidy takes no other compiler's options.

file(GLOB_RECURSE own_sources CONFIGURE_DEPENDS
     engine/*.h engine/*.cpp fixers/*.h fixers/*.cpp cli/*.h cli/*.cpp tests/*.h tests/*.cpp)
set(own_units ${own_sources})
list(FILTER own_units INCLUDE REGEX "\\.cpp$")

find_program(PY3K_CLANG_FORMAT clang-format)
find_program(PY3K_RUN_CLANG_TIDY run-clang-tidy)
mark_as_advanced(PY3K_CLANG_FORMAT PY3K_RUN_CLANG_TIDY)
if(PY3K_CLANG_FORMAT AND own_sources)
  add_custom_target(format COMMAND ${PY3K_CLANG_FORMAT} -i ${own_sources} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endif()
if(PY3K_RUN_CLANG_TIDY AND own_units AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_custom_target(tidy COMMAND ${PY3K_RUN_CLANG_TIDY} -quiet -p ${PROJECT_BINARY_DIR} ${own_units}
                    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} USES_TERMINAL)
endif()
