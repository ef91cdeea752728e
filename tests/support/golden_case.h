// Golden cases: testdata/GROUP/FIXER/CASE.py and what has to become of it.
//
//   CASE.py with CASE.expected.py   is changed into that
//   keep_CASE.py                    comes out as it went in
//   fail_CASE.py                    is refused as a whole: nothing is written
//   CASE.findings                   beside any of them: a line `LINE fixer part-of-the-message` for each thing that is
//   found
//                                   and left; in a fail_ case also a line `failed part-of-the-reason`
//
//   CASE.tree                      beside any of them: the files, one a line, that it lies among; its own, marked by a
//                                  `*` before it, is the path that it is converted under
//   CASE.project/                  likewise, files with what is in them; where no CASE.tree says otherwise, the case
//                                  is CASE.py in there
//
// A first line `# py3k-test: OPTIONS` gives options of the command line. Without it the default fixers run, and the
// groups python2 and stdlib are taken for Python 2, while elsewhere the evidence decides.

#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/memory_store.h"
#include "engine/run/pipeline.h"

namespace py3k::tests {

enum class GoldenKind : std::uint8_t { kChange, kKeep, kFail };

struct GoldenCase {
  std::filesystem::path path;
  std::string group;
  std::string fixer;
  std::string name;  // the file's, without .py

  GoldenKind kind() const;
  std::filesystem::path expected_path() const;
  std::filesystem::path findings_path() const;
  std::filesystem::path tree_path() const;
  std::filesystem::path project_path() const;

  std::string text() const;
  std::string expected() const;  // of a case that changes nothing, its own text
  std::vector<std::string> expected_findings() const;
  std::vector<std::string> options() const;

  // For gtest's lists and failures.
  std::string test_name() const;
  friend void PrintTo(const GoldenCase& golden, std::ostream* stream) { *stream << golden.path.string(); }
};

// Converts the text of a case, in whatever layout, where the case lies.
engine::FileResult convert_case(const GoldenCase& golden, const engine::Converter& converter, const std::string& text);
// Converts a file that lies among others: {"pkg/__init__.py", ""}, {"pkg/helper.py", "import os\n"}.
engine::FileResult convert_in(const engine::MemoryStore::Files& project, const std::string& path,
                              const engine::Converter& converter, const std::string& text);
// The same where the others are empty.
engine::FileResult convert_among(const std::vector<std::string>& files, const std::string& path,
                                 const engine::Converter& converter, const std::string& text);

// All cases, by path.
const std::vector<GoldenCase>& golden_cases();

// Are some of the fixers left out, so that some Python 2 may stay?
bool is_restricted(const std::vector<std::string>& options);

// What keeps the Python that the options are for from parsing a result; empty where nothing does. Where Python 2 may be
// left in it, that is Python 2.
std::string flaw_in(const std::string& text, const std::vector<std::string>& options);
// Options of a second run: the same fixers, but no word on the language.
std::vector<std::string> without_from(const std::vector<std::string>& options);

// What was found and left, as lines of a .findings file, and the reason of a failure.
std::vector<std::string> finding_lines(const engine::FileResult& result);
// The first difference between expected and actual lines; empty when each actual line holds what is expected.
std::string findings_difference(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

}  // namespace py3k::tests
