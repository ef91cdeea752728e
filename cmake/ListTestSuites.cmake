# Run after py3k_tests (`program`) is linked: writes `output`, which makes every suite in it a test of ctest.

execute_process(COMMAND ${program} --gtest_list_tests OUTPUT_VARIABLE listing RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${program} --gtest_list_tests failed: ${failed}")
endif()

# A suite's line starts in column 0 and ends with a dot; its cases are indented, and may hold anything.
string(REGEX MATCHALL "(^|\n)[A-Za-z0-9_/]+\\.( |\n|$)" lines "${listing}")
set(content "")
foreach(line IN LISTS lines)
  string(REGEX MATCH "[A-Za-z0-9_/]+" suite "${line}")
  string(APPEND content "add_test([==[${suite}]==] [==[${program}]==] [==[--gtest_filter=${suite}.*]==])\n")
endforeach()
file(WRITE ${output} "${content}")
