#include "engine/run/doctests.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "engine/dialect/lexer.h"
#include "engine/run/expected_output.h"
#include "engine/run/file_past.h"
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
  std::size_t lines() const { return in_code.size() - 1; }
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

// Examples that follow each other as one program, and what becomes of it.
class Program {
 public:
  explicit Program(std::vector<const Example*> examples) : examples_(std::move(examples)) {
    for (const Example* example : examples_) {
      starts_.push_back(static_cast<std::uint32_t>(code_.size()));
      first_lines_.push_back(static_cast<std::uint32_t>(lines_));
      code_ += example->code;
      lines_ += example->lines();
    }
  }

  const std::string& code() const { return code_; }
  const std::vector<const Example*>& examples() const { return examples_; }

  std::size_t example_at(std::uint32_t offset) const {
    const auto after = std::upper_bound(starts_.begin() + 1, starts_.end(), offset);
    return static_cast<std::size_t>(after - starts_.begin()) - 1;
  }
  std::size_t example_at_line(std::uint32_t line) const {
    const auto after = std::upper_bound(first_lines_.begin() + 1, first_lines_.end(), line - 1);
    return static_cast<std::size_t>(after - first_lines_.begin()) - 1;
  }
  // Of a range of the program, as one of an example's code; nothing where it reaches beyond that.
  std::optional<ByteRange> in_example(std::size_t number, ByteRange range) const {
    const auto size = static_cast<std::uint32_t>(examples_[number]->code.size());
    const ByteRange moved{range.start - starts_[number], range.end - starts_[number]};
    return moved.end > size ? std::nullopt : std::optional(moved);
  }
  std::uint32_t first_line(std::size_t number) const { return first_lines_[number]; }

 private:
  std::vector<const Example*> examples_;
  std::string code_;
  std::vector<std::uint32_t> starts_;       // of each example
  std::vector<std::uint32_t> first_lines_;  // likewise, from 0
  std::size_t lines_ = 0;
};

bool has_python_name(std::string_view path) {
  return path.ends_with(".py") || path.ends_with(".pyw") ||
         path.substr(path.rfind('/') + 1).find('.') == std::string_view::npos;
}

// The examples of each docstring; of what is no docstring, all together.
std::vector<std::vector<const Example*>> programs_of(const std::vector<Example>& examples, std::string_view text,
                                                     bool is_python) {
  std::vector<StringToken> strings;
  if (is_python) strings = lex(text, {.language = Language::kPython2}).strings;
  std::map<std::uint32_t, std::vector<const Example*>> by_string;
  for (const Example& example : examples) {
    const std::uint32_t at = example.in_file.front();
    auto after =
        std::upper_bound(strings.begin(), strings.end(), at,
                         [](std::uint32_t offset, const StringToken& token) { return offset < token.range.start; });
    const bool is_inside = after != strings.begin() && at < (after - 1)->range.end;
    by_string[is_inside ? (after - 1)->range.start + 1 : 0].push_back(&example);
  }
  std::vector<std::vector<const Example*>> programs;
  for (auto& [string, program] : by_string) programs.push_back(std::move(program));
  return programs;
}

// The lines of an import that is put in, each with the prompt of the example behind it.
std::string import_examples(std::string_view lines, std::string_view indent) {
  std::string text;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end);
    if (!without_newline(line).empty()) text.append(line).append(indent).append(kFirst);
  }
  return text;
}

// Of a file's past what runs have done; its versions are not programs.
class PastOfExamples : public Past {
 public:
  PastOfExamples(const Past* past, const std::string& path, std::string_view content) {
    if (past != nullptr) known_.runs = past->of(path, content).runs;
  }
  FilePast of(const std::string& /*path*/, std::string_view /*content*/) const override { return known_; }

 private:
  FilePast known_;
};

// The traces of a file's programs as one.
class Traces {
 public:
  void add(const LineTrace& trace) {
    written_.insert(written_.end(), trace.written.sorted().begin(), trace.written.sorted().end());
    kept_.insert(kept_.end(), trace.kept.sorted().begin(), trace.kept.sorted().end());
    if (trace.is_whole) return;
    std::vector<std::string> common;
    std::set_intersection(fixers_.begin(), fixers_.end(), trace.fixers.begin(), trace.fixers.end(),
                          std::back_inserter(common));
    for (const std::vector<std::string>* names : {&std::as_const(fixers_), &trace.fixers})
      for (const std::string& name : *names)
        if (name.starts_with(kDidSome)) common.push_back(name);
    std::sort(common.begin(), common.end());
    common.erase(std::unique(common.begin(), common.end()), common.end());
    fixers_ = is_whole_ ? trace.fixers : std::move(common);
    is_whole_ = false;
  }
  LineTrace all() && {
    LineTrace trace{.is_whole = is_whole_, .fixers = std::move(fixers_)};
    trace.written = LineSet(std::move(written_));
    trace.kept = LineSet(std::move(kept_));
    return trace;
  }

 private:
  bool is_whole_ = true;
  std::vector<std::string> fixers_;
  std::vector<LineHash> written_;
  std::vector<LineHash> kept_;
};

class DoctestJob {
 public:
  DoctestJob(const Converter& converter, SourceText source, const PastOfExamples& past)
      : converter_(converter), source_(std::move(source)), past_(past) {}

  FileResult run(std::string path) {
    result_.path = std::move(path);
    const std::vector<Example> examples = Finder(source_.text).run();
    for (auto& program : programs_of(examples, source_.text, has_python_name(result_.path)))
      convert(std::move(program));
    if (wants_outputs()) convert_outputs(examples);
    sort_by_place();
    if (!result_.edits.empty()) finish();
    return std::move(result_);
  }

 private:
  // What both Pythons must print stays, and so does what 2to3 left.
  bool wants_outputs() const {
    const Settings& settings = converter_.settings();
    return !settings.keeps_python2 && !settings.restricted && !settings.like_two_to_three && !settings.converted &&
           settings.from != Language::kPython3;
  }

  // The lines below each example, up to an empty one or the next example.
  void convert_outputs(const std::vector<Example>& examples) {
    const std::vector<std::uint32_t> starts = line_starts(source_.text);
    for (const Example& example : examples) {
      bool is_traceback = false;
      for (std::size_t i = example.line + example.lines(); i + 1 < starts.size(); ++i) {
        const std::string_view line =
            without_newline(std::string_view(source_.text).substr(starts[i], starts[i + 1] - starts[i]));
        if (!line.starts_with(example.indent)) break;
        const std::string_view text = line.substr(example.indent.size());
        if (text.empty() || text.find_first_not_of(" \t") == std::string_view::npos || text.starts_with(">>>")) break;
        if (text.find("\"\"\"") != std::string_view::npos || text.find("'''") != std::string_view::npos) break;
        const auto start = starts[i] + static_cast<std::uint32_t>(example.indent.size());
        convert_output(text, start, i, is_traceback);
        is_traceback = is_traceback || text.starts_with("Traceback (");
      }
    }
  }

  void convert_output(std::string_view text, std::uint32_t start, std::size_t number, bool is_traceback) {
    const bool is_message = is_traceback && text.front() != ' ';
    Finding finding;
    finding.fixer = kDoctestFixer;
    finding.range = {start, start + static_cast<std::uint32_t>(text.size())};
    finding.line = finding.end_line = static_cast<std::uint32_t>(number) + 1;
    if (is_message) {
      if (!names_own_exception(text)) return;
      finding.message = "Python 3 puts the name of its module before that of an exception that is no builtin one";
      finding.safety = Safety::kManual;
      result_.findings.push_back(std::move(finding));
      return;
    }
    std::string output = python3_output(text);
    if (output == text) return;
    finding.message = std::string(text) + " -> " + output;
    finding.applied = true;
    result_.edits.push_back({.range = finding.range,
                             .text = std::move(output),
                             .change = static_cast<std::uint32_t>(result_.findings.size()),
                             .also = {}});
    result_.findings.push_back(std::move(finding));
  }

  // As one program; if that can't be, without those examples that can't be converted; else each by itself.
  void convert(std::vector<const Example*> examples) {
    if (try_together(examples)) return;
    std::vector<const Example*> good;
    for (const Example* example : examples) {
      FileResult alone = converter_.convert(result_.path, example->code, {nullptr, &past_});
      if (alone.outcome == Outcome::kFailed) {
        result_.findings.push_back(failure_of(*example, alone.reason));
      } else {
        good.push_back(example);
      }
    }
    if (good.empty() || (good.size() < examples.size() && try_together(good))) return;
    for (const Example* example : good) try_together({example});
  }

  bool try_together(const std::vector<const Example*>& examples) {
    const Program program(examples);
    FileResult done = converter_.convert(result_.path, program.code(), {nullptr, &past_});
    if (done.outcome == Outcome::kFailed) return false;
    const auto first_finding = static_cast<std::uint32_t>(result_.findings.size());
    std::vector<Edit> edits;
    if (done.outcome == Outcome::kChanged && !place_edits(program, done, edits)) return false;
    if (done.outcome == Outcome::kChanged) traces_.add(done.trace);
    if (done.dialect != Dialect::kBoth) result_.dialect = done.dialect;
    for (Edit& edit : edits) {
      edit.change += first_finding;
      for (std::uint32_t& change : edit.also) change += first_finding;
      result_.edits.push_back(std::move(edit));
    }
    for (Finding& finding : done.findings) result_.findings.push_back(moved(program, std::move(finding)));
    return true;
  }

  // The edits of a program, in terms of the file. False where one of them is of several examples at once.
  static bool place_edits(const Program& program, const FileResult& done, std::vector<Edit>& placed) {
    std::vector<std::vector<Edit>> by_example(program.examples().size());
    std::vector<std::vector<Edit>> imports(program.examples().size());
    for (const Edit& edit : done.edits) {
      if (const auto use = first_use_of_new_import(program, done, edit)) {
        imports[*use].push_back(edit);
        continue;
      }
      const std::size_t number = program.example_at(edit.range.start);
      const auto range = program.in_example(number, edit.range);
      if (!range) return false;
      by_example[number].push_back(edit);
      by_example[number].back().range = *range;
    }
    for (std::size_t i = 0; i < by_example.size(); ++i) {
      const Example& example = *program.examples()[i];
      std::vector<Edit>& edits = by_example[i];
      if (!edits.empty() && is_blank(apply_edits(example.code, edits))) {
        placed.push_back(without(example, merged(example, edits, imports[i]), imports[i]));
        continue;
      }
      for (Edit& import : imports[i]) {
        import.text = import_examples(import.text, example.indent);
        import.range = {example.range().start, example.range().start};
        placed.push_back(std::move(import));
      }
      place_edits(example, std::move(edits), placed);
    }
    return true;
  }

  static bool is_blank(std::string_view code) { return code.find_first_not_of(" \t\r\n") == std::string_view::npos; }

  // An edit of a whole example, without its text, that stands for all of these.
  static Edit merged(const Example& example, const std::vector<Edit>& edits, const std::vector<Edit>& more = {}) {
    Edit whole{.range = example.range(), .text = {}, .change = edits.front().change, .also = {}};
    for (const std::vector<Edit>* list : {&edits, &more}) {
      for (const Edit& edit : *list) {
        whole.also.push_back(edit.change);
        whole.also.insert(whole.also.end(), edit.also.begin(), edit.also.end());
      }
    }
    std::sort(whole.also.begin(), whole.also.end());
    whole.also.erase(std::unique(whole.also.begin(), whole.also.end()), whole.also.end());
    return whole;
  }

  // Nothing is left of an example, and so neither is its prompt, but where imports take its place.
  static Edit without(const Example& example, Edit whole, const std::vector<Edit>& imports) {
    const auto prompt = static_cast<std::uint32_t>(example.indent.size() + kFirst.size());
    for (const Edit& import : imports) whole.text += import_examples(import.text, example.indent);
    whole.text.empty() ? void(whole.range.start -= prompt) : whole.text.resize(whole.text.size() - prompt);
    return whole;
  }

  // Of an import that gets a line of its own: the first example that needs it. It goes there, not to the top of all.
  static std::optional<std::size_t> first_use_of_new_import(const Program& program, const FileResult& done,
                                                            const Edit& edit) {
    const bool is_new = edit.range.start == edit.range.end && edit.text.ends_with('\n') &&
                        std::any_of(done.places.begin(), done.places.end(),
                                    [&](const Place& place) { return place.is_import && place.range == edit.range; });
    if (!is_new) return std::nullopt;
    const auto needs_it = [&](std::uint32_t change) {
      return change == edit.change || std::find(edit.also.begin(), edit.also.end(), change) != edit.also.end();
    };
    std::optional<std::size_t> first;
    for (const Place& place : done.places) {
      if (place.is_import || !needs_it(place.change)) continue;
      const std::size_t number = program.example_at(place.range.start);
      first = std::min(first.value_or(number), number);
    }
    return first;
  }

  static void place_edits(const Example& example, std::vector<Edit> edits, std::vector<Edit>& placed) {
    if (edits.empty()) return;
    const bool is_simple = std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) {
      return edit.text.find('\n') == std::string::npos && example.is_in_one_line(edit.range);
    });
    if (is_simple) {
      for (Edit& edit : edits) {
        const std::uint32_t start = example.to_file(edit.range.start);
        edit.range = {start, start + (edit.range.end - edit.range.start)};
        placed.push_back(std::move(edit));
      }
      return;
    }
    Edit whole = merged(example, edits);
    whole.text = with_prompts(example, apply_edits(example.code, edits));
    placed.push_back(std::move(whole));
  }

  static Finding moved(const Program& program, Finding finding) {
    const std::size_t number = program.example_at(finding.range.start);
    const Example& example = *program.examples()[number];
    const auto shift = [&](std::uint32_t& line, std::uint32_t& column) {
      const Example& its = *program.examples()[program.example_at_line(line)];
      column += static_cast<std::uint32_t>(its.indent.size() + kFirst.size());
      line = line - program.first_line(program.example_at_line(line)) + static_cast<std::uint32_t>(its.line);
    };
    shift(finding.line, finding.column);
    shift(finding.end_line, finding.end_column);
    const auto range = program.in_example(number, finding.range);
    finding.range = range ? ByteRange{example.to_file(range->start), example.to_file(range->end)} : example.range();
    return finding;
  }

  // Programs come one after the other, and what they are about need not; edits name findings by their place in the
  // list.
  void sort_by_place() {
    std::vector<std::uint32_t> order(result_.findings.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return result_.findings[a].range.start < result_.findings[b].range.start;
    });
    std::vector<std::uint32_t> place(order.size());
    std::vector<Finding> sorted;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      sorted.push_back(std::move(result_.findings[order[i]]));
    }
    result_.findings = std::move(sorted);
    for (Edit& edit : result_.edits) {
      edit.change = place[edit.change];
      for (std::uint32_t& change : edit.also) change = place[change];
    }
    std::stable_sort(result_.edits.begin(), result_.edits.end(),
                     [](const Edit& a, const Edit& b) { return a.range.start < b.range.start; });
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
    result_.trace = std::move(traces_).all();
  }

  const Converter& converter_;
  SourceText source_;
  const PastOfExamples& past_;
  Traces traces_;
  FileResult result_;
};

}  // namespace

FileResult convert_doctests(const Converter& converter, std::string path, std::string bytes, const Past* past) {
  const PastOfExamples known(past, path, bytes);
  Expected<SourceText> source = read_source(std::move(bytes));
  if (source) return DoctestJob(converter, std::move(*source), known).run(std::move(path));
  FileResult result;
  result.path = std::move(path);
  result.outcome = Outcome::kFailed;
  result.reason = source.error().what + (source.error().advice.empty() ? "" : "; " + source.error().advice);
  return result;
}

}  // namespace py3k::engine
