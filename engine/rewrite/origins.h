// Origins: of each line of a file, whether it is Python 2, and who says so. For changes of what is valid Python 3 as
// well and means something else there: `input()`, `print (a, b)`, `d.keys()`, `/`.
//
//   Origins origins(Origin::kByFile);           // the file shows Python 2; nothing more is known
//   origins.mark_runs(lexed, past.runs);        // but some lines were written by earlier runs
//   origins.at(node.start(), "input")           // kPython3 on such a line
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/finding.h"

namespace py3k::engine {

// In the order of what wins where a change is about several lines: the last.
enum class Origin : std::uint8_t {
  kPython2,    // the user says so
  kByPast,     // an earlier run has left it, when the file was Python 2
  kByFile,     // other statements of the file are Python 2
  kByProject,  // nothing in the file shows what it is; the files around it are Python 2
  kHalf,       // what is known contradicts itself
  kPython3,    // Python 3, or not known to be anything else
};

class Origins {
 public:
  Origins() = default;
  explicit Origins(Origin rest) : rest_(rest) {}

  // Lines by what earlier runs have done, newest first.
  void mark_runs(std::string_view text, std::vector<LineTrace> runs);
  // Lines that stand in a text that held no Python 2, asked for when the first line comes up of which nothing better is
  // known; what these are then.
  void mark_later(std::string_view text, std::function<std::pair<LineSet, Origin>()> known);

  // What the line of a byte is, to a fixer: of what a run has written without that fixer nobody can tell.
  Origin at(std::uint32_t offset, std::string_view fixer) const;
  // Was the line written by an earlier run that was not whole?
  bool is_written(std::uint32_t offset) const;
  // And had the fixer no part in that?
  bool is_of_others(std::uint32_t offset, std::string_view fixer) const;
  Origin rest() const { return rest_; }
  // May anything in the file be Python 2, as far as is known?
  bool any_python2() const { return rest_ != Origin::kPython3 || has_doubtful_lines_; }

 private:
  // The newest run that has written the line; null if that is none, or a whole one.
  const LineTrace* partial_run(std::uint32_t offset) const;
  const LineHashes& lines() const;
  const std::pair<LineSet, Origin>& found() const;

  Origin rest_ = Origin::kPython3;
  bool has_doubtful_lines_ = false;  // of runs that were not whole
  std::string_view text_;
  std::vector<LineTrace> runs_;
  std::function<std::pair<LineSet, Origin>()> known_;
  mutable std::unique_ptr<const LineHashes> lines_;
  mutable std::unique_ptr<const std::pair<LineSet, Origin>> found_;
};

}  // namespace py3k::engine
