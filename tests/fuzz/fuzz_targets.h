// What is fuzzed: functions that take any bytes, and say what is wrong with what became of them; nothing, if all is
// well.
//
// libFuzzer runs one of them (libfuzzer.cpp), and CI all of them over the texts in tests/fuzz/corpus (replay_test.cpp).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace py3k::tests {

struct FuzzTarget {
  std::string_view name;  // of its directory in the corpus as well
  std::string (*flaw_of)(const std::string& bytes);
};

std::span<const FuzzTarget> fuzz_targets();

}  // namespace py3k::tests
