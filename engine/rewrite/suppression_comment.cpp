#include "engine/rewrite/suppression_comment.h"

#include "engine/nearest.h"

namespace py3k::engine {
namespace {

constexpr std::string_view kIgnore = "ignore";
constexpr std::string_view kIgnoreFile = "ignore-file";
constexpr std::string_view kBlanks = " \t";

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kBlanks, at), text.size());
}

// Where the `#` stands that `py3k:` follows; npos where another word comes between.
std::size_t hash_before(std::string_view comment, std::size_t mark) {
  const std::size_t before = mark == 0 ? std::string_view::npos : comment.find_last_not_of(kBlanks, mark - 1);
  return before != std::string_view::npos && comment[before] == '#' ? before : std::string_view::npos;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }

// People write of Python 3 as py3k, too: a word that is nothing like one of ours is theirs.
std::string meant_by(std::string_view word) {
  constexpr std::size_t kTypos = 2;
  for (const std::string_view known : {kIgnoreFile, kIgnore})
    if (edit_distance(word, known) <= kTypos) return std::string(known);
  return {};
}

// `[dict, unicode]`, from the bracket on. Returns where it ends.
std::size_t read_names(std::string_view comment, std::size_t at, std::uint32_t offset, SuppressionComment& made) {
  const std::size_t close = comment.find(']', at);
  if (close == std::string_view::npos) {
    made.mistake = "lacks its closing bracket";
    return comment.size();
  }
  for (std::size_t begin = at + 1; begin <= close;) {
    const std::size_t comma = std::min(comment.find(',', begin), close);
    const std::size_t first = std::min(skip_blanks(comment, begin), comma);
    std::size_t last = comma;
    while (last > first && kBlanks.find(comment[last - 1]) != std::string_view::npos) --last;
    if (last > first)
      made.names.push_back({offset + static_cast<std::uint32_t>(first), offset + static_cast<std::uint32_t>(last)});
    begin = comma + 1;
  }
  if (made.names.empty()) made.mistake = "names no fixer; without brackets it is for all";
  return close + 1;
}

}  // namespace

std::optional<SuppressionComment> read_suppression_comment(std::string_view text, ByteRange range) {
  const std::string_view comment = text.substr(range.start, range.end - range.start);
  const std::size_t mark = comment.find(kSuppressionMark);
  if (mark == std::string_view::npos) return {};
  const std::size_t hash = hash_before(comment, mark);
  if (hash == std::string_view::npos) return {};
  const std::size_t begin = skip_blanks(comment, mark + kSuppressionMark.size());
  std::size_t end = begin;
  while (end < comment.size() && is_letter(comment[end])) ++end;
  const std::string_view word = comment.substr(begin, end - begin);
  const std::string meant = meant_by(word);
  if (meant.empty()) return {};
  SuppressionComment made;
  made.is_for_file = meant == kIgnoreFile;
  if (word != meant) made.mistake = "means nothing; did you mean " + meant + "?";
  if (end < comment.size() && comment[end] == '[' && made.mistake.empty())
    end = read_names(comment, end, range.start, made);
  made.at = {range.start + static_cast<std::uint32_t>(hash), range.start + static_cast<std::uint32_t>(end)};
  return made;
}

}  // namespace py3k::engine
