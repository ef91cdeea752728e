// The README's table of fixers is made from the fixers; the accept target writes it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engine/registry.h"
#include "fixers/fixers.h"
#include "tests/paths.h"

namespace py3k {
namespace {

constexpr std::string_view kBegin = "<!-- fixers: ";
constexpr std::string_view kEnd = "<!-- end of fixers -->";

std::string first_sentence(const std::string& doc) {
  const std::size_t end = doc.find(". ");
  return end == std::string::npos ? doc : doc.substr(0, end + 1);
}

// `|` ends a cell, and Markdown would read a lone `<` or `*` as its own.
std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

std::string table() {
  const auto registry = engine::Registry::create(fixers::all_fixers());
  std::ostringstream out;
  out << "| Fixer | Group | Safety | Runs on | What it does |\n|---|---|---|---|---|\n";
  for (const engine::Fixer& fixer : registry->all()) {
    out << "| `" << fixer.name << "`" << (fixer.on_by_default ? "" : " (off by default)") << " | "
        << engine::group_name(fixer.group) << " | " << engine::safety_name(fixer.safety) << " | "
        << engine::runs_on_name(fixer.runs_on) << " | " << cell(first_sentence(fixer.doc)) << " |\n";
  }
  return out.str();
}

TEST(GoldenReadme, ListsTheFixersAsTheyAre) {
  const auto path = tests::kSourceDir / "README.md";
  std::ifstream file(path);
  std::ostringstream buffer;
  buffer << file.rdbuf();
  const std::string text = buffer.str();
  const std::size_t begin = text.find('\n', text.find(kBegin)) + 1;
  const std::size_t end = text.find(kEnd);
  ASSERT_NE(text.find(kBegin), std::string::npos);
  ASSERT_LE(begin, end);
  if (std::getenv("PY3K_ACCEPT") != nullptr) {
    std::ofstream(path) << text.substr(0, begin) + table() + text.substr(end);
    return;
  }
  EXPECT_EQ(text.substr(begin, end - begin), table()) << "run the accept target";
}

}  // namespace
}  // namespace py3k
