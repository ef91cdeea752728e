// LineSet: lines of a text, known again wherever they stand. Blanks don't count, so that a line stays the same when it
// is moved or indented otherwise; of a line without a letter or digit nothing is known.
//
//   const LineHashes lines(text);                  // of a file, by line
//   LineSet known(lines.all());
//   known.contains(lines.at(offset));              // does the line of that byte stand in the other text, too?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace py3k::engine {

using LineHash = std::uint64_t;
inline constexpr LineHash kNoLine = 0;  // a line that says nothing: empty, a lone bracket

// `line`: without its end, or with it.
LineHash hash_of_line(std::string_view line);

// The lines of one text, which must outlive this; they end with \n, \r\n or \r. A line is hashed when it is first asked
// for.
class LineHashes {
 public:
  explicit LineHashes(std::string_view text);

  LineHash at(std::uint32_t offset) const { return of_line(line_of(offset)); }
  LineHash of_line(std::size_t line) const;
  std::size_t line_of(std::uint32_t offset) const;                          // from 0
  std::uint32_t start_of(std::size_t line) const { return starts_[line]; }  // bytes
  std::size_t size() const { return starts_.size(); }
  std::vector<LineHash> all() const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  mutable std::vector<LineHash> hashes_;  // by line, as far as known
};

class LineSet {
 public:
  LineSet() = default;
  explicit LineSet(std::vector<LineHash> hashes);

  bool contains(LineHash line) const;  // never kNoLine
  bool empty() const { return hashes_.empty(); }
  const std::vector<LineHash>& sorted() const { return hashes_; }

  // As bytes, for files: 8 a line, the lowest first.
  std::string packed() const;
  static LineSet unpacked(std::string_view bytes);

 private:
  std::vector<LineHash> hashes_;  // sorted, each once
};

}  // namespace py3k::engine
