# The parser: tree-sitter's C core and the Python grammar, as the static library py3k_tree_sitter.
#
# Their sources come as npm packages, of the versions and with the hashes that tree-sitter.lock.json states. Only files
# are taken from them: no script of theirs runs. To move to another version, change `version` there and copy
# `integrity` from `npm view NAME@VERSION dist.integrity`.

set(PY3K_TREE_SITTER_DIR "$ENV{PY3K_TREE_SITTER_DIR}" CACHE PATH
    "Unpacked copies of the npm packages tree-sitter and tree-sitter-python, for builds without a network")

# Turns npm's "sha512-BASE64" into the hexadecimal form that file(SHA512) gives.
function(py3k_integrity_to_hex integrity result)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  if(NOT integrity MATCHES "^sha512-([A-Za-z0-9+/]+)==$")
    message(FATAL_ERROR " tree-sitter.lock.json: not a sha512 integrity: ${integrity}")
  endif()
  string(REGEX MATCHALL "." digits "${CMAKE_MATCH_1}AA")
  set(hex "")
  set(bits 1)  # The leading one keeps zeros that come first.
  foreach(digit IN LISTS digits)
    string(FIND "${alphabet}" "${digit}" value)
    math(EXPR bits "(${bits} << 6) | ${value}" OUTPUT_FORMAT HEXADECIMAL)
    string(LENGTH ${bits} length)
    if(length EQUAL 9)  # "0x1" and four digits, that is 24 bits
      string(SUBSTRING ${bits} 3 6 group)
      string(APPEND hex ${group})
      set(bits 1)
    endif()
  endforeach()
  string(SUBSTRING ${hex} 0 128 hex)
  set(${result} ${hex} PARENT_SCOPE)
endfunction()

# Leaves the content of a locked package in DIRECTORY/NAME.
function(py3k_fetch_npm_package lock name directory)
  string(JSON version GET "${lock}" ${name} version)
  string(JSON integrity GET "${lock}" ${name} integrity)
  set(stamp ${directory}/${name}/.integrity)
  if(EXISTS ${stamp})
    file(READ ${stamp} present)
    if(present STREQUAL integrity)
      return()
    endif()
  endif()

  find_program(PY3K_NPM npm)
  mark_as_advanced(PY3K_NPM)
  if(NOT PY3K_NPM)
    message(FATAL_ERROR " npm is missing, and the parser's sources come with it. Install it with: apt-get install npm")
  endif()
  message(STATUS "Fetching ${name} ${version}")
  set(scratch ${directory}/${name}.new)
  file(REMOVE_RECURSE ${scratch})
  file(MAKE_DIRECTORY ${scratch})
  execute_process(COMMAND ${PY3K_NPM} pack --loglevel=error --ignore-scripts ${name}@${version} WORKING_DIRECTORY ${scratch}
                  RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(archive ${scratch}/${name}-${version}.tgz)
  if(failed OR NOT EXISTS ${archive})
    message(FATAL_ERROR " npm could not fetch ${name}@${version}: ${output}")
  endif()
  file(SHA512 ${archive} actual)
  py3k_integrity_to_hex(${integrity} expected)
  if(NOT actual STREQUAL expected)
    message(FATAL_ERROR " ${name}@${version} is not what tree-sitter.lock.json states: sha512 ${actual}, not ${expected}")
  endif()
  file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${scratch})
  file(WRITE ${scratch}/package/.integrity ${integrity})
  file(REMOVE_RECURSE ${directory}/${name})
  file(RENAME ${scratch}/package ${directory}/${name})
  file(REMOVE_RECURSE ${scratch})
endfunction()

if(PY3K_TREE_SITTER_DIR)
  set(packages_dir ${PY3K_TREE_SITTER_DIR})
else()
  # Presets share one download; a build folder elsewhere keeps its own.
  cmake_path(GET PROJECT_BINARY_DIR PARENT_PATH packages_dir)
  if(NOT packages_dir STREQUAL "${PROJECT_SOURCE_DIR}/build")
    set(packages_dir ${PROJECT_BINARY_DIR})
  endif()
  set(packages_dir ${packages_dir}/npm)
  set(lock_file ${CMAKE_CURRENT_LIST_DIR}/tree-sitter.lock.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lock_file})
  file(READ ${lock_file} lock)
  file(MAKE_DIRECTORY ${packages_dir})
  file(LOCK ${packages_dir} DIRECTORY)
  py3k_fetch_npm_package("${lock}" tree-sitter ${packages_dir})
  py3k_fetch_npm_package("${lock}" tree-sitter-python ${packages_dir})
  file(LOCK ${packages_dir} DIRECTORY RELEASE)
endif()

set(tree_sitter_core_dir ${packages_dir}/tree-sitter/vendor/tree-sitter/lib)
set(grammar_dir ${packages_dir}/tree-sitter-python/src)
foreach(file ${tree_sitter_core_dir}/src/lib.c ${grammar_dir}/parser.c ${grammar_dir}/scanner.c)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR " Not there: ${file} (see PY3K_TREE_SITTER_DIR)")
  endif()
endforeach()

add_library(py3k_tree_sitter STATIC ${tree_sitter_core_dir}/src/lib.c ${grammar_dir}/parser.c ${grammar_dir}/scanner.c)
target_include_directories(py3k_tree_sitter SYSTEM PUBLIC ${tree_sitter_core_dir}/include PRIVATE ${tree_sitter_core_dir}/src ${grammar_dir})
# Not ours to debug, and most of the running time: always optimized, never warned about.
target_compile_options(py3k_tree_sitter PRIVATE -O2 -w)
# Its functions stay side by side: spread over the program by link-time optimization they cost twice the instruction
# cache misses (cachegrind), and a tenth of the time.
set_target_properties(py3k_tree_sitter PROPERTIES INTERPROCEDURAL_OPTIMIZATION OFF)
# The grammar's scanner takes its memory from where the core does (engine/syntax/parse_arena.h).
target_compile_definitions(py3k_tree_sitter PRIVATE _POSIX_C_SOURCE=200112L _DEFAULT_SOURCE TREE_SITTER_REUSE_ALLOCATOR)
if(PY3K_SANITIZE)
  target_compile_options(py3k_tree_sitter PRIVATE -fno-sanitize=undefined)
endif()
