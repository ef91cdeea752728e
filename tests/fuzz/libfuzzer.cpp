// All fuzz targets, for libFuzzer; $PY3K_FUZZ_TARGET says which one. Needs Clang:
//
//   cmake -S . -B build/fuzz --preset clang -D PY3K_FUZZ=ON -D PY3K_SANITIZE=address,undefined
//   ninja -C build/fuzz py3k_fuzz
//   PY3K_FUZZ_TARGET=lexer build/fuzz/bin/py3k_fuzz -max_len=4096 -dict=tests/fuzz/python.dict FOUND
//   tests/fuzz/corpus/lexer
//
// scripts/torture runs them by turns.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/fuzz_targets.h"

namespace {

const py3k::tests::FuzzTarget& chosen() {
  const char* name = std::getenv("PY3K_FUZZ_TARGET");
  const auto targets = py3k::tests::fuzz_targets();
  const auto found =
      std::find_if(targets.begin(), targets.end(), [&](const auto& it) { return name != nullptr && it.name == name; });
  if (found != targets.end()) return *found;
  std::fprintf(stderr, "PY3K_FUZZ_TARGET is none of the targets\n");  // NOLINT: there is no other way to say it
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const py3k::tests::FuzzTarget& target = chosen();
  const std::string flaw =
      target.flaw_of(std::string(reinterpret_cast<const char*>(data), size));  // NOLINT: bytes are text
  if (flaw.empty()) return 0;
  std::fprintf(stderr, "%s\n", flaw.c_str());  // NOLINT
  std::abort();
}
