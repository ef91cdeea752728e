// Each golden case (tests/support/golden_case.h says what one is), as it is and in each layout that must not matter.
//
// PY3K_ACCEPT=1 (the accept target) writes what comes out now as what is expected, unless Python 3 can't parse it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <set>

#include "engine/rewrite/layout.h"
#include "engine/rewrite/verify.h"
#include "engine/source/source_text.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"
#include "tests/support/golden_case.h"

namespace py3k::tests {
namespace {

namespace fs = std::filesystem;
using engine::FileResult;
using engine::Outcome;

class Golden : public testing::TestWithParam<GoldenCase> {
 protected:
  static bool accepts() { return std::getenv("PY3K_ACCEPT") != nullptr; }

  // The case's text, expected text or both through a layout that must not matter.
  void check(const std::function<std::string(std::string)>& layout = [](std::string text) { return text; }) {
    const GoldenCase& golden = GetParam();
    const auto options = golden.options();
    const auto converter = converter_for(options);
    ASSERT_TRUE(converter) << converter.error().what << "; " << converter.error().advice;
    const std::string text = layout(golden.text());
    const FileResult result = convert_case(golden, **converter, text);
    if (accepts()) {
      accept(result);
      return;
    }
    ASSERT_TRUE(golden.kind() != GoldenKind::kChange || fs::exists(golden.expected_path()))
        << golden.expected_path() << " is missing: the accept target makes it. The output is:\n"
        << result.output_bytes;
    const std::string expected = layout(golden.expected());
    check_outcome(result, golden.kind(), text == expected);
    if (result.outcome == Outcome::kChanged) {
      EXPECT_EQ(result.output_bytes, expected);
      EXPECT_EQ(result.rewritten, engine::apply_edits(result.original, result.edits)) << "edits differ from the text";
    } else {
      EXPECT_EQ(result.output_bytes, "");
    }
    EXPECT_EQ(findings_difference(golden.expected_findings(), finding_lines(result)), "")
        << "expected are the lines of " << golden.findings_path();
  }

 private:
  static void check_outcome(const FileResult& result, GoldenKind kind, bool is_same) {
    const Outcome wanted = kind == GoldenKind::kFail              ? Outcome::kFailed
                           : kind == GoldenKind::kKeep || is_same ? Outcome::kUnchanged
                                                                  : Outcome::kChanged;
    EXPECT_EQ(outcome_name(result.outcome), outcome_name(wanted)) << result.reason;
  }

  static void accept(const FileResult& result) {
    const GoldenCase& golden = GetParam();
    const Outcome wanted = golden.kind() == GoldenKind::kFail   ? Outcome::kFailed
                           : golden.kind() == GoldenKind::kKeep ? Outcome::kUnchanged
                                                                : Outcome::kChanged;
    ASSERT_EQ(outcome_name(result.outcome), outcome_name(wanted))
        << "refused: the case's name says otherwise (keep_*, fail_*); " << result.reason;
    if (result.outcome == Outcome::kChanged) {
      ASSERT_EQ(flaw_in(result.rewritten, golden.options()), "") << "refused:\n" << result.rewritten;
      accept_file(golden.expected_path(), result.output_bytes);
    }
    accept_findings(golden, finding_lines(result));
  }

  static void accept_findings(const GoldenCase& golden, const std::vector<std::string>& lines) {
    // Lines that hold stay as they were shortened by hand.
    if (findings_difference(golden.expected_findings(), lines).empty()) return;
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    if (!lines.empty()) {
      accept_file(golden.findings_path(), text);
    } else if (fs::remove(golden.findings_path())) {
      std::cout << "removed " << golden.findings_path().string() << '\n';
    }
  }

  static void accept_file(const fs::path& path, const std::string& text) {
    if (fs::exists(path) && read_file(path) == text) return;
    write_file(path, text);
    std::cout << "wrote " << path.string() << "\n" << text;
  }
};

std::string replace_newlines(const std::string& text, std::string_view newline) {
  std::string replaced;
  for (char c : text) c == '\n' ? replaced += newline : replaced += c;
  return replaced;
}

// Every four blanks at the beginning of a line as a tab.
std::string with_tabs(const std::string& text) {
  std::string replaced;
  for (std::size_t at = 0; at < text.size();) {
    while (text.compare(at, 4, "    ") == 0) {
      replaced += '\t';
      at += 4;
    }
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    replaced.append(text, at, end - at);
    at = end;
  }
  return replaced;
}

// Why tabs would make another program of it, or nothing.
std::string why_no_tabs(const std::string& text) {
  if (text.find('\t') != std::string::npos) return "it has tabs of its own";
  if (with_tabs(text) == text) return "nothing in it is indented by four";
  const auto lexed = engine::lex(text, {.language = engine::Language::kPython2});
  const auto tree = engine::Tree::parse(lexed);
  for (const engine::Node node : tree.root().descendants()) {
    if (!engine::is_statement(node) || !engine::begins_line(node)) continue;
    if (engine::indentation_of(node).size() % 4 != 0) return "it is not indented by four";
  }
  return "";
}

TEST_P(Golden, AsItIs) { check(); }

TEST_P(Golden, WithCrLf) {
  if (accepts()) return;
  if (GetParam().text().find('\r') != std::string::npos) GTEST_SKIP() << "it has carriage returns of its own";
  check([](const std::string& text) { return replace_newlines(text, "\r\n"); });
}

TEST_P(Golden, WithCr) {
  if (accepts()) return;
  if (GetParam().text().find('\r') != std::string::npos) GTEST_SKIP() << "it has carriage returns of its own";
  check([](const std::string& text) { return replace_newlines(text, "\r"); });
}

TEST_P(Golden, WithByteOrderMark) {
  if (accepts()) return;
  const std::string text = GetParam().text();
  if (text.starts_with(engine::kByteOrderMark)) GTEST_SKIP() << "it has one of its own";
  if (engine::find_cookie(text)) GTEST_SKIP() << "it declares an encoding";
  if (engine::find_invalid_utf8(text) != std::string::npos) GTEST_SKIP() << "it is not UTF-8";
  check([](const std::string& plain) { return std::string(engine::kByteOrderMark) + plain; });
}

TEST_P(Golden, WithTabs) {
  if (accepts()) return;
  const std::string reason = why_no_tabs(GetParam().text());
  if (!reason.empty()) GTEST_SKIP() << reason;
  check(with_tabs);
}

TEST_P(Golden, Twice) {
  const GoldenCase& golden = GetParam();
  if (accepts() || golden.kind() != GoldenKind::kChange || !fs::exists(golden.expected_path())) return;
  const auto converter = converter_for(without_from(golden.options()));
  ASSERT_TRUE(converter);
  const std::string once = golden.expected();
  const FileResult result = convert_case(golden, **converter, once);
  EXPECT_EQ(outcome_name(result.outcome), outcome_name(Outcome::kUnchanged)) << result.reason;
  EXPECT_EQ(result.outcome == Outcome::kChanged ? result.output_bytes : once, once);
}

TEST_P(Golden, ResultParses) {
  const GoldenCase& golden = GetParam();
  const bool has_result =
      golden.kind() != GoldenKind::kFail && (golden.kind() == GoldenKind::kKeep || fs::exists(golden.expected_path()));
  if (accepts() || !has_result) return;
  const auto source = engine::read_source(golden.expected());
  ASSERT_TRUE(source) << source.error().what;
  EXPECT_EQ(flaw_in(source->text, golden.options()), "");
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Golden);
INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(golden_cases()),
                         [](const auto& info) { return info.param.test_name(); });

TEST(GoldenFiles, AllBelongToACase) {
  const auto& cases = golden_cases();
  const auto belongs = [&](const fs::path& path) {
    return std::any_of(cases.begin(), cases.end(), [&](const GoldenCase& golden) {
      return path == golden.findings_path() || path == golden.tree_path() ||
             (path == golden.expected_path() && golden.kind() == GoldenKind::kChange);
    });
  };
  ASSERT_FALSE(cases.empty());
  const fs::path root = cases.front().path.parent_path().parent_path().parent_path();
  for (const char* ending : {".expected.py", ".findings", ".tree"}) {
    for (const fs::path& path : files_below(root, ending)) {
      const bool is_golden = path.parent_path().parent_path().parent_path() == root;
      EXPECT_TRUE(!is_golden || belongs(path)) << path;
    }
  }
  std::set<fs::path> projects;
  for (const GoldenCase& golden : cases) projects.insert(golden.project_path());
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const bool is_project = entry.is_directory() && entry.path().extension() == ".project";
    EXPECT_TRUE(!is_project || projects.contains(entry.path())) << entry.path();
  }
}

}  // namespace
}  // namespace py3k::tests
