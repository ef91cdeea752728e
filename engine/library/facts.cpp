#include "engine/library/facts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/library/signatures.h"

namespace py3k::engine {

extern const std::string_view kPythonFacts;  // python.facts

namespace {

constexpr auto kMarks = std::to_array<std::pair<std::string_view, Mark>>({{"imported", Mark::kImported},
                                                                          {"evidence", Mark::kEvidence},
                                                                          {"method", Mark::kMethod},
                                                                          {"test", Mark::kTest},
                                                                          {"shown", Mark::kShown},
                                                                          {"unique", Mark::kUnique},
                                                                          {"hidden", Mark::kHidden},
                                                                          {"python2", Mark::kPython2},
                                                                          {"pure", Mark::kPure},
                                                                          {"changes", Mark::kChanges}});

// What follows is for those that ask signatures().
constexpr std::string_view kStartOfSignatures = "\n[values]\n";

void set(Fact& fact, Mark mark) { fact.marks |= 1U << static_cast<unsigned>(mark); }

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Takes the first word off the text.
std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text = without_blanks(text.substr(word.size()));
  return word;
}

bool take(std::string_view& text, std::string_view word) {
  std::string_view rest = text;
  if (take_word(rest) != word) return false;
  text = rest;
  return true;
}

// "3.12"; unset where it is none.
PythonVersion version_of(std::string_view word) {
  PythonVersion version;
  const char* end = word.data() + word.size();
  const auto major = std::from_chars(word.data(), end, version.major);
  if (major.ec != std::errc() || major.ptr == end || *major.ptr != '.') return {};
  const auto minor = std::from_chars(major.ptr + 1, end, version.minor);
  return minor.ec == std::errc() && minor.ptr == end ? version : PythonVersion{};
}

bool take_version(std::string_view& text, PythonVersion& version) {
  version = version_of(take_word(text));
  return static_cast<bool>(version);
}

}  // namespace

std::string to_string(PythonVersion version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor);
}

class FactsReader {
 public:
  Expected<Facts> read(std::string_view text) {
    for (std::uint32_t number = 1; !text.empty(); ++number) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(text.size(), line.size() + 1));
      if (!read_line(without_blanks(line), number))
        return failure("line " + std::to_string(number) + " is no fact: " + std::string(line));
    }
    index();
    return std::move(facts_);
  }

 private:
  bool read_line(std::string_view line, std::uint32_t number) {
    if (line.empty() || line.front() == '#') return true;
    if (line.front() == '[' && line.back() == ']') {
      const std::size_t here = facts_.facts_.size();
      facts_.sections_.push_back({line.substr(1, line.size() - 2), here, here});
      return true;
    }
    return facts_.sections_.empty() ? head(line) : fact(line, number);
  }

  bool head(std::string_view line) {
    if (take(line, "today")) {
      facts_.today_ = line;
      return true;
    }
    Facts::Python python;
    if (!take(line, "python") || !take_version(line, python.version)) return false;
    python.first = take_word(line);
    python.end = take_word(line);
    facts_.pythons_.push_back(python);
    return line.empty() && !python.end.empty();
  }

  bool fact(std::string_view line, std::uint32_t number) {
    Fact fact{.section = facts_.sections_.back().name,
              .name = {},
              .takes = {},
              .gives = {},
              .to = {},
              .parts = {},
              .package = {},
              .advice = {},
              .line = number};
    if (const std::size_t advice = line.find(" ; "); advice != std::string_view::npos) {
      fact.advice = line.substr(advice + 3);
      line = without_blanks(line.substr(0, advice));
    }
    if (take(line, "module")) set(fact, Mark::kModule);
    if (!signature(line, fact)) return false;
    while (!line.empty())
      if (!detail(line, fact)) return false;
    facts_.facts_.push_back(fact);
    facts_.sections_.back().last = facts_.facts_.size();
    return true;
  }

  static bool signature(std::string_view& line, Fact& fact) {
    const std::size_t end = std::min(line.find_first_of(" ("), line.size());
    fact.name = line.substr(0, end);
    line.remove_prefix(end);
    if (line.starts_with('(')) {
      const std::size_t close = line.find(')');
      if (close == std::string_view::npos) return false;
      fact.is_called = true;
      fact.takes = line.substr(1, close - 1);
      line.remove_prefix(close + 1);
    }
    line = without_blanks(line);
    if (take(line, "->")) fact.gives = take_word(line);
    return !fact.name.empty() && fact.name.front() != '[';
  }

  static bool detail(std::string_view& line, Fact& fact) {
    const std::string_view word = take_word(line);
    if (word == "from") return take_version(line, fact.since);
    if (word == "gone") return take_version(line, fact.gone);
    if (word == "back") return take_version(line, fact.back);
    if (word == "parts") fact.parts = take_word(line);
    if (word == "package") fact.package = take_word(line);
    if (word == "parts" || word == "package") return true;
    if (word == "=>") {
      fact.to = take_word(line);
      std::string_view rest = line;
      if (PythonVersion since; take_version(rest, since)) {
        fact.to_since = since;
        line = rest;
      }
      return !fact.to.empty();
    }
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(), [&](const auto& it) { return it.first == word; });
    if (mark == kMarks.end()) return false;
    set(fact, mark->second);
    return true;
  }

  void index() {
    auto& order = facts_.by_name_;
    for (std::uint32_t i = 0; i < facts_.facts_.size(); ++i) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Fact& one = facts_.facts_[a];
      const Fact& other = facts_.facts_[b];
      if (one.name != other.name) return one.name < other.name;
      const bool first_tells = one.gone || !one.to.empty();
      const bool second_tells = other.gone || !other.to.empty();
      return first_tells != second_tells ? first_tells : a < b;
    });
  }

  Facts facts_;
};

Expected<Facts> Facts::parse(std::string_view text) { return FactsReader().read(text); }

std::span<const Fact> Facts::section(std::string_view name) const {
  const auto found =
      std::find_if(sections_.begin(), sections_.end(), [&](const Section& section) { return section.name == name; });
  if (found == sections_.end()) return {};
  return std::span(facts_).subspan(found->first, found->last - found->first);
}

const Fact* Facts::find(std::string_view name) const {
  const auto found =
      std::lower_bound(by_name_.begin(), by_name_.end(), name,
                       [&](std::uint32_t index, std::string_view wanted) { return facts_[index].name < wanted; });
  return found != by_name_.end() && facts_[*found].name == name ? &facts_[*found] : nullptr;
}

PythonVersion Facts::oldest_maintained() const {
  const auto found =
      std::find_if(pythons_.begin(), pythons_.end(), [&](const Python& it) { return it.end > today_.substr(0, 7); });
  return found == pythons_.end() ? newest() : found->version;
}

// Tests read both parts as well, and fail where one would be empty.
const Facts& library() {
  static const Facts facts =
      Facts::parse(kPythonFacts.substr(0, kPythonFacts.find(kStartOfSignatures))).value_or(Facts());
  return facts;
}

const Facts& signatures() {
  static const Facts facts = Facts::parse(kPythonFacts.substr(kPythonFacts.find(kStartOfSignatures))).value_or(Facts());
  return facts;
}

int default_target() { return library().oldest_maintained().minor; }

std::string going(PythonVersion gone) {
  return (gone <= library().newest() ? "is gone since Python " : "goes with Python ") + to_string(gone);
}

std::string obituary(const Fact& fact) {
  std::string text = std::string(fact.name) + " " + going(fact.gone) + ": ";
  if (fact.package.empty()) return text.append(fact.advice.empty() ? "there is nothing in its place" : fact.advice);
  if (!fact.advice.empty()) text.append(fact.advice).append(", or ");
  return text + "install the package " + std::string(fact.package);
}

}  // namespace py3k::engine
