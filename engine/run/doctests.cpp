#include "engine/run/doctests.h"

#include <algorithm>
#include <numeric>
#include <charconv>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "engine/dialect/lexer.h"
#include "engine/source/source_text.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {
namespace {

constexpr std::string_view kFirst = ">>> ";
constexpr std::string_view kNext = "... ";
constexpr std::string_view kEmptyNext = "...";  // an empty line of an example
constexpr std::string_view kPlace = "line ";    // what a FileResult's reason begins with

// Offsets of the lines of a text, and of its end.
std::vector<std::uint32_t> line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  if (starts.back() != text.size()) starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

std::string_view without_newline(std::string_view line) {
  const std::size_t last = line.find_last_not_of("\r\n");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// One example: some lines of the file without their prompts.
struct Example {
  std::size_t line = 0;  // of the file, from 0
  std::string_view indent;
  std::string code;
  std::vector<std::uint32_t> in_code;  // where each line starts, and the end
  std::vector<std::uint32_t> in_file;  // where the same begins in the file

  std::uint32_t to_file(std::uint32_t offset) const {
    const auto after = std::upper_bound(in_code.begin(), in_code.end() - 1, offset);
    const auto number = static_cast<std::size_t>(after - in_code.begin()) - 1;
    return in_file[number] + (offset - in_code[number]);
  }
  bool is_in_one_line(ByteRange range) const {
    const auto after = std::upper_bound(in_code.begin(), in_code.end() - 1, range.start);
    return range.end < *after || (after == in_code.end() - 1 && range.end <= *after);
  }
  // From the first line's code to the end of the last.
  ByteRange range() const { return {in_file.front(), in_file.back()}; }
};

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), starts_(line_starts(text)) {}

  std::vector<Example> run() {
    for (std::size_t i = 0; i + 1 < starts_.size(); ++i) {
      const std::string_view line = text_.substr(starts_[i], starts_[i + 1] - starts_[i]);
      const std::size_t first = line.find_first_not_of(" \t");
      if (first != std::string_view::npos && line.substr(first).starts_with(kFirst)) {
        found_.push_back({.line = i, .indent = line.substr(0, first)});
        add(i, first + kFirst.size());
        is_open_ = true;
      } else if (is_open_ && line.starts_with(found_.back().indent)) {
        const std::size_t prompt = found_.back().indent.size();
        const std::string_view rest = line.substr(prompt);
        const bool is_empty = without_newline(rest) == kEmptyNext;
        is_open_ = is_empty || rest.starts_with(kNext);
        if (is_open_) add(i, prompt + (is_empty ? kEmptyNext : kNext).size());
      } else {
        is_open_ = false;
      }
    }
    for (Example& example : found_) example.in_code.push_back(static_cast<std::uint32_t>(example.code.size()));
    return std::move(found_);
  }

 private:
  void add(std::size_t line, std::size_t prefix) {
    Example& example = found_.back();
    if (!example.in_file.empty()) example.in_file.pop_back();
    example.in_code.push_back(static_cast<std::uint32_t>(example.code.size()));
    example.in_file.push_back(starts_[line] + static_cast<std::uint32_t>(prefix));
    example.in_file.push_back(starts_[line + 1]);
    example.code += text_.substr(example.in_file[example.in_file.size() - 2],
                                 starts_[line + 1] - example.in_file[example.in_file.size() - 2]);
  }

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  std::vector<Example> found_;
  bool is_open_ = false;
};

// The lines, from 0, on which a statement of the outermost level starts.
std::set<std::size_t> statement_lines(std::string_view code) {
  const LexedSource lexed = lex(code, {.language = Language::kPython3});
  const Tree tree = Tree::parse(lexed);
  std::set<std::size_t> lines;
  for (Node child : tree.root().children()) {
    if (child.is_named())
      lines.insert(static_cast<std::size_t>(std::count(code.begin(), code.begin() + child.start(), '\n')));
  }
  return lines;
}

// The code with prompts, but for the first, which is there already. An import that was added is an example of its own:
// the interactive interpreter takes one statement at a time.
std::string with_prompts(const Example& example, std::string_view code) {
  const bool was_one = statement_lines(example.code).size() <= 1;
  const std::set<std::size_t> statements = was_one ? statement_lines(code) : std::set<std::size_t>();
  const std::vector<std::uint32_t> starts = line_starts(code);
  std::string text;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const std::string_view line = code.substr(starts[i], starts[i + 1] - starts[i]);
    const bool is_empty = without_newline(line).empty();
    // The empty line behind an import parts nothing here.
    if (is_empty && statements.contains(i + 1)) continue;
    if (i > 0) text.append(example.indent).append(statements.contains(i) ? kFirst : is_empty ? kEmptyNext : kNext);
    text += line;
  }
  return text;
}

class DoctestJob {
 public:
  DoctestJob(const Converter& converter, SourceText source) : converter_(converter), source_(std::move(source)) {}

  FileResult run(std::string path) {
    result_.path = std::move(path);
    for (const Example& example : Finder(source_.text).run()) convert(example);
    if (!result_.edits.empty()) finish();
    return std::move(result_);
  }

 private:
  void convert(const Example& example) {
    FileResult done = converter_.convert(result_.path, example.code);
    const auto first_finding = static_cast<std::uint32_t>(result_.findings.size());
    if (done.dialect != Dialect::kBoth) result_.dialect = done.dialect;
    if (done.outcome == Outcome::kFailed) result_.findings.push_back(failure_of(example, done.reason));
    for (Finding& finding : done.findings) result_.findings.push_back(moved(example, std::move(finding)));
    if (done.outcome != Outcome::kChanged) return;
    const bool is_simple = std::all_of(done.edits.begin(), done.edits.end(), [&](const Edit& edit) {
      return edit.text.find('\n') == std::string::npos && example.is_in_one_line(edit.range);
    });
    if (!is_simple) {
      std::vector<std::uint32_t> all(done.findings.size());
      std::iota(all.begin(), all.end(), first_finding);
      result_.edits.push_back(
          {example.range(), with_prompts(example, done.rewritten), first_finding + done.edits.front().change, all});
      return;
    }
    for (Edit& edit : done.edits) {
      const std::uint32_t start = example.to_file(edit.range.start);
      for (std::uint32_t& change : edit.also) change += first_finding;
      result_.edits.push_back({{start, start + (edit.range.end - edit.range.start)},
                               std::move(edit.text),
                               first_finding + edit.change,
                               std::move(edit.also)});
    }
  }

  static Finding moved(const Example& example, Finding finding) {
    const auto shift = [&](std::uint32_t& line, std::uint32_t& column) {
      column += static_cast<std::uint32_t>(example.indent.size() + kFirst.size());
      line += static_cast<std::uint32_t>(example.line);
    };
    shift(finding.line, finding.column);
    shift(finding.end_line, finding.end_column);
    finding.range = {example.to_file(finding.range.start), example.to_file(finding.range.end)};
    return finding;
  }

  static Finding failure_of(const Example& example, std::string_view reason) {
    std::uint32_t line = 1;
    if (reason.starts_with(kPlace)) {
      std::uint32_t number = 0;
      const std::string_view rest = reason.substr(kPlace.size());
      const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
      const std::string_view after = rest.substr(static_cast<std::size_t>(end - rest.data()));
      if (error == std::errc() && after.starts_with(": ")) {
        line = number;
        reason = after.substr(2);
      }
    }
    Finding finding;
    finding.fixer = kDoctestFixer;
    finding.message = "this example stays as it is: " + std::string(reason);
    finding.range = example.range();
    finding.line = finding.end_line = static_cast<std::uint32_t>(example.line) + line;
    finding.safety = Safety::kManual;
    return finding;
  }

  void finish() {
    std::string text = apply_edits(source_.text, result_.edits);
    Expected<std::string> bytes = write_source(source_, text);
    if (!bytes) {
      result_.outcome = Outcome::kFailed;
      result_.reason = bytes.error().what;
      for (Finding& finding : result_.findings) finding.applied = false;
      result_.edits.clear();
      return;
    }
    result_.outcome = Outcome::kChanged;
    result_.rewritten = std::move(text);
    result_.output_bytes = std::move(*bytes);
    result_.original = source_.text;
  }

  const Converter& converter_;
  SourceText source_;
  FileResult result_;
};

}  // namespace

FileResult convert_doctests(const Converter& converter, std::string path, std::string bytes) {
  Expected<SourceText> source = read_source(std::move(bytes));
  if (source) return DoctestJob(converter, std::move(*source)).run(std::move(path));
  FileResult result;
  result.path = std::move(path);
  result.outcome = Outcome::kFailed;
  result.reason = source.error().what + (source.error().advice.empty() ? "" : "; " + source.error().advice);
  return result;
}

}  // namespace py3k::engine
