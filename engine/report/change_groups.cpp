#include "engine/report/change_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

namespace py3k::engine {
namespace {

// Sets that grow together; each is known by its smallest member.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

  std::uint32_t first_of(std::uint32_t member) {
    while (parent_[member] != member) {
      parent_[member] = parent_[parent_[member]];
      member = parent_[member];
    }
    return member;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    const auto [low, high] = std::minmax({first_of(a), first_of(b)});
    parent_[high] = low;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// Where the line that an offset is in starts.
std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

bool begins_import(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
  return line.starts_with("from ") || line.starts_with("import ") || line.starts_with("from\t") ||
         line.starts_with("import\t");
}

// Import statements, as far as a look at their first words and brackets tells. Text in a string that looks like one is
// taken for one: then changes there are made together that need not be.
class Imports {
 public:
  explicit Imports(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
      if (begins_import(text.substr(at, end - at))) {
        end = end_of(text, at, end);
        starts_[at] = end;
      }
      at = end + 1;
    }
  }

  // The start of the import whose lines the range touches; npos if there is none.
  std::size_t around(std::string_view text, ByteRange range) const {
    auto after = starts_.upper_bound(line_start(text, range.start));
    if (after == starts_.begin()) return std::string_view::npos;
    const auto [start, end] = *std::prev(after);
    // What is put in before the statement is one of its own.
    const bool is_before = range.start == range.end && range.start == start;
    return range.start <= end && !is_before ? start : std::string_view::npos;
  }

 private:
  // Past the bracket that is open at the line's end, and past lines that a backslash ends.
  static std::size_t end_of(std::string_view text, std::size_t start, std::size_t end) {
    const std::string_view line = text.substr(start, end - start);
    if (line.find('(') != std::string_view::npos) return std::max(end, std::min(text.find(')', start), text.size()));
    while (end < text.size() && end > start && text[end - 1] == '\\') {
      end = std::min(text.find_first_of("\r\n", end + (text.substr(end).starts_with("\r\n") ? 2 : 1)), text.size());
    }
    return end;
  }

  std::map<std::size_t, std::size_t> starts_;  // and where each ends
};

// An import and what it is needed for go together: all changes to one statement, and all that the same fixers do.
void join_by_imports(const FileResult& result, DisjointSets& sets) {
  const Imports imports(result.original);
  std::map<std::size_t, std::uint32_t> first_in;  // by statement
  std::map<std::string, std::uint32_t> movers;    // fixers that change imports, each with one of its changes
  for (const Edit& edit : result.edits) {
    const std::size_t statement = imports.around(result.original, edit.range);
    if (statement == std::string_view::npos) continue;
    sets.join(edit.change, first_in.try_emplace(statement, edit.change).first->second);
    movers.try_emplace(result.findings[edit.change].fixer, edit.change);
    for (const std::uint32_t other : edit.also) movers.try_emplace(result.findings[other].fixer, other);
  }
  for (std::uint32_t i = 0; i < result.findings.size(); ++i) {
    const auto mover = movers.find(result.findings[i].fixer);
    if (mover != movers.end() && result.findings[i].applied) sets.join(i, mover->second);
  }
}

}  // namespace

std::vector<std::uint32_t> change_groups(const FileResult& result) {
  DisjointSets sets(result.findings.size());
  for (const Edit& edit : result.edits)
    for (const std::uint32_t other : edit.also) sets.join(edit.change, other);
  join_by_imports(result, sets);
  std::vector<std::uint32_t> groups(result.findings.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) groups[i] = sets.first_of(i);
  return groups;
}

}  // namespace py3k::engine
