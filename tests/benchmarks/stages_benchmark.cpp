// What each stage costs, in bytes a second: over testdata/run, or over the tree that $PY3K_CORPUS names.
//
//   build/release/bin/py3k_benchmarks
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/analysis/names.h"
#include "engine/dialect/lexer.h"
#include "engine/run/pipeline.h"
#include "engine/syntax/tree.h"
#include "fixers/fixers.h"
#include "tests/paths.h"

namespace py3k {
namespace {

using engine::LexedSource;
using engine::Tree;

const std::vector<std::string>& corpus() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> read;
    const char* named = std::getenv("PY3K_CORPUS");
    const std::filesystem::path root =
        named != nullptr ? std::filesystem::path(named) : tests::kSourceDir / "testdata" / "run";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file() || entry.path().extension() != ".py") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream buffer;
      buffer << file.rdbuf();
      read.push_back(buffer.str());
    }
    return read;
  }();
  return texts;
}

template <typename Work>
void over_corpus(benchmark::State& state, Work work) {
  std::int64_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& text : corpus()) {
      work(text);
      bytes += static_cast<std::int64_t>(text.size());
    }
  }
  state.SetBytesProcessed(bytes);
}

void lexing(benchmark::State& state) {
  over_corpus(state, [](const std::string& text) { benchmark::DoNotOptimize(engine::lex(text, {})); });
}
BENCHMARK(lexing);

void parsing(benchmark::State& state) {
  over_corpus(state, [](const std::string& text) {
    const LexedSource lexed = engine::lex(text, {});
    benchmark::DoNotOptimize(Tree::parse(lexed));
  });
}
BENCHMARK(parsing);

void resolving_names(benchmark::State& state) {
  over_corpus(state, [](const std::string& text) {
    const LexedSource lexed = engine::lex(text, {});
    const Tree tree = Tree::parse(lexed);
    const engine::Names names(tree);
    benchmark::DoNotOptimize(names.star_imports().size());
  });
}
BENCHMARK(resolving_names);

void converting(benchmark::State& state) {
  const auto converter = engine::Converter::create(fixers::all_fixers(), {});
  over_corpus(state, [&](const std::string& text) { benchmark::DoNotOptimize(converter->convert("a.py", text)); });
}
BENCHMARK(converting);

}  // namespace
}  // namespace py3k
