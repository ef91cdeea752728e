// Fuzz target for libFuzzer: any bytes through all fixers. Needs Clang:
//
//   cmake -S . -B build/fuzz --preset clang -D PY3K_FUZZ=ON -D PY3K_SANITIZE=address,undefined
//   ninja -C build/fuzz py3k_fuzz && build/fuzz/bin/py3k_fuzz -max_len=4096 CORPUS testdata/run
//
// The first byte chooses the language that the text is taken for.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/run/pipeline.h"
#include "fixers/fixers.h"
#include "tests/support/conversion_check.h"

namespace {

py3k::engine::Converter converter(std::optional<py3k::engine::Language> from) {
  py3k::engine::Settings settings;
  settings.from = from;
  return py3k::engine::Converter::create(py3k::fixers::all_fixers(), settings).value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using py3k::engine::Language;
  static const py3k::engine::Converter converters[] = {converter({}), converter(Language::kPython2),
                                                       converter(Language::kPython3)};
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size);  // NOLINT: libFuzzer's bytes are text
  const std::string flaw = py3k::tests::flaw_of_conversion(converters[data[0] % std::size(converters)], text);
  if (flaw.empty()) return 0;
  std::fprintf(stderr, "%s\n", flaw.c_str());  // NOLINT: a fuzz target has no other way to say it
  std::abort();
}
