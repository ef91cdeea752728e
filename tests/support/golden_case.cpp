#include "tests/support/golden_case.h"

#include <algorithm>
#include <sstream>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/verify.h"
#include "engine/run/project.h"
#include "engine/syntax/tree.h"
#include "tests/paths.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"

namespace py3k::tests {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kOptionsMark = "# py3k-test:";
constexpr std::string_view kFailed = "failed";

std::vector<GoldenCase> discover() {
  std::vector<GoldenCase> cases;
  const fs::path root = kSourceDir / "testdata";
  for (const fs::path& path : files_below(root, ".py")) {
    if (path.filename().string().ends_with(".expected.py")) continue;
    const fs::path relative = path.lexically_relative(root);
    // GROUP/FIXER/CASE.py; what is deeper belongs to a case; run/*.py are programs of the equivalence test.
    if (std::distance(relative.begin(), relative.end()) != 3 || *relative.begin() == "run") continue;
    auto part = relative.begin();
    GoldenCase golden{.path = path, .group = *part++, .fixer = *part, .name = path.stem().string()};
    cases.push_back(std::move(golden));
  }
  return cases;
}

// "12 print the message" as number, fixer and message; "failed the reason" with 0 as number.
struct FindingLine {
  std::string place;
  std::string fixer;
  std::string message;
};

FindingLine parse(const std::string& line) {
  std::istringstream stream(line);
  FindingLine parsed;
  stream >> parsed.place;
  if (parsed.place != kFailed) stream >> parsed.fixer;
  std::getline(stream >> std::ws, parsed.message);
  return parsed;
}

bool holds(const std::string& expected, const std::string& actual) {
  const FindingLine want = parse(expected);
  const FindingLine have = parse(actual);
  return want.place == have.place && want.fixer == have.fixer && have.message.find(want.message) != std::string::npos;
}

}  // namespace

const std::vector<GoldenCase>& golden_cases() {
  static const std::vector<GoldenCase> cases = discover();
  return cases;
}

GoldenKind GoldenCase::kind() const {
  if (name.starts_with("keep_")) return GoldenKind::kKeep;
  return name.starts_with("fail_") ? GoldenKind::kFail : GoldenKind::kChange;
}

fs::path GoldenCase::expected_path() const { return path.parent_path() / (name + ".expected.py"); }
fs::path GoldenCase::findings_path() const { return path.parent_path() / (name + ".findings"); }
fs::path GoldenCase::tree_path() const { return path.parent_path() / (name + ".tree"); }
fs::path GoldenCase::project_path() const { return path.parent_path() / (name + ".project"); }
std::string GoldenCase::text() const { return read_file(path); }
std::string GoldenCase::expected() const {
  return kind() == GoldenKind::kChange ? read_file(expected_path()) : read_file(path);
}

engine::FileResult convert_in(const engine::MemoryStore::Files& project, const std::string& path,
                              const engine::Converter& converter, const std::string& text) {
  engine::MemoryStore store(project);
  store.add(path, text);
  const engine::Project known(store);
  return converter.convert(path, text, &known);
}

engine::FileResult convert_among(const std::vector<std::string>& files, const std::string& path,
                                 const engine::Converter& converter, const std::string& text) {
  engine::MemoryStore::Files empty;
  for (const std::string& file : files) empty.emplace(file, "");
  return convert_in(empty, path, converter, text);
}

engine::FileResult convert_case(const GoldenCase& golden, const engine::Converter& converter, const std::string& text) {
  std::string path = golden.path.filename().string();
  const bool has_project = fs::exists(golden.project_path());
  if (!fs::exists(golden.tree_path()) && !has_project) return converter.convert(path, text);
  engine::MemoryStore::Files files;
  for (const fs::path& file : files_below(golden.project_path(), ""))
    files.emplace(file.lexically_relative(golden.project_path()).string(), read_file(file));
  const std::string tree = fs::exists(golden.tree_path()) ? read_file(golden.tree_path()) : "";
  for (std::string& file : split_words(tree)) {
    if (file.starts_with('*')) {
      path = file.substr(1);
    } else {
      files.emplace(std::move(file), "");
    }
  }
  return convert_in(files, path, converter, text);
}

std::vector<std::string> GoldenCase::expected_findings() const {
  std::vector<std::string> lines;
  if (!fs::exists(findings_path())) return lines;
  std::istringstream stream(read_file(findings_path()));
  for (std::string line; std::getline(stream, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

std::vector<std::string> GoldenCase::options() const {
  const std::string whole = text();
  if (whole.starts_with(kOptionsMark)) {
    const std::size_t end = whole.find_first_of("\r\n");
    return split_words(std::string_view(whole).substr(0, end).substr(kOptionsMark.size()));
  }
  if (group == "python2" || group == "stdlib") return {"--from", "2"};
  return {};
}

std::string GoldenCase::test_name() const {
  std::string all = group + "_" + fixer + "_" + name;
  for (char& c : all)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return all;
}

bool is_restricted(const std::vector<std::string>& options) {
  return std::any_of(options.begin(), options.end(),
                     [](const std::string& option) { return option == "-f" || option == "-x" || option == "2+3"; });
}

std::string flaw_in(const std::string& text, const std::vector<std::string>& options) {
  if (!is_restricted(options)) return engine::find_flaw(text).value_or(engine::Flaw{}).what;
  const auto lexed = engine::lex(text, {.language = engine::Language::kPython2});
  if (!lexed.error.what.empty()) return std::string(lexed.error.what);
  return engine::Tree::parse(lexed).has_error() ? "Python 2 can't parse this" : "";
}

std::vector<std::string> without_from(const std::vector<std::string>& options) {
  std::vector<std::string> rest;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i] == "--from") {
      ++i;
    } else if (!options[i].starts_with("--from=")) {
      rest.push_back(options[i]);
    }
  }
  return rest;
}

std::vector<std::string> finding_lines(const engine::FileResult& result) {
  std::vector<std::string> lines = findings_left(result);
  if (result.outcome == engine::Outcome::kFailed)
    lines.insert(lines.begin(), std::string(kFailed) + " " + result.reason);
  return lines;
}

std::string findings_difference(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  std::ostringstream difference;
  for (std::size_t i = 0; i < std::max(expected.size(), actual.size()); ++i) {
    if (i >= expected.size()) {
      difference << "not expected:  " << actual[i] << '\n';
    } else if (i >= actual.size()) {
      difference << "missing:       " << expected[i] << '\n';
    } else if (!holds(expected[i], actual[i])) {
      difference << "expected:      " << expected[i] << "\nwhere there is " << actual[i] << '\n';
    }
  }
  return difference.str();
}

}  // namespace py3k::tests
