#include "engine/run/glob.h"

#include <cstddef>

namespace py3k::engine {
namespace {

constexpr auto kNone = std::string_view::npos;

// The length of the set, `[…]`, that a pattern starts with; 0 if its bracket is not closed and so means itself.
std::size_t set_length(std::string_view pattern) {
  std::size_t at = 1;
  if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) ++at;
  const std::size_t close = pattern.find(']', at + 1);  // one that comes first is a member
  return close == kNone ? 0 : close + 1;
}

bool set_contains(std::string_view set, char c) {
  std::string_view members = set.substr(1, set.size() - 2);
  const bool is_negated = members[0] == '!' || members[0] == '^';
  if (is_negated) members.remove_prefix(1);
  bool is_found = false;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const bool is_range = i + 2 < members.size() && members[i + 1] == '-';
    const char last = is_range ? members[i + 2] : members[i];
    is_found |= members[i] <= c && c <= last;
    if (is_range) i += 2;
  }
  return is_found != is_negated;
}

// How much of a pattern stands for one character, if it stands for this one; else 0.
std::size_t match_one(std::string_view pattern, char c) {
  const std::size_t set = pattern[0] == '[' ? set_length(pattern) : 0;
  if (set > 0) return c != '/' && set_contains(pattern.substr(0, set), c) ? set : 0;
  if (pattern[0] == '?') return c == '/' ? 0 : 1;
  if (pattern[0] == '\\' && pattern.size() > 1) return pattern[1] == c ? 2 : 0;
  return pattern[0] == c ? 1 : 0;
}

struct Star {
  std::size_t pattern = kNone;  // where the pattern goes on after it
  std::size_t path = 0;         // up to where it reaches
  bool is_names = false;        // `**/`: reaches to the end of a directory's name only
};

// Where a `**` that reaches further ends; the path's end if it can't.
std::size_t after_next(std::string_view path, const Star& star) {
  if (!star.is_names) return star.path + 1;
  const std::size_t slash = path.find('/', star.path);
  return slash == kNone ? path.size() : slash + 1;
}

// Two stars are remembered, the last `*` and the last `**`: going back to an earlier one of its kind can't help.
bool matches(std::string_view pattern, std::string_view path) {
  Star star;
  Star double_star;
  std::size_t p = 0;
  std::size_t s = 0;
  while (s < path.size() || p < pattern.size()) {
    if (pattern.substr(p).starts_with("**")) {
      p += 2;
      // `**/` may also stand for no directory at all.
      const bool is_names = pattern.substr(p).starts_with("/") && (s == 0 || path[s - 1] == '/');
      if (is_names) ++p;
      double_star = {p, s, is_names};
      star = {};
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      star = {++p, s, false};
      continue;
    }
    const std::size_t length = p < pattern.size() && s < path.size() ? match_one(pattern.substr(p), path[s]) : 0;
    if (length > 0) {
      p += length;
      ++s;
    } else if (star.pattern != kNone && star.path < path.size() && path[star.path] != '/') {
      p = star.pattern;
      s = ++star.path;
    } else if (double_star.pattern != kNone && double_star.path < path.size()) {
      double_star.path = after_next(path, double_star);
      p = double_star.pattern;
      s = double_star.path;
      star = {};
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path, bool is_directory) {
  if (pattern.ends_with('/')) {
    if (!is_directory) return false;
    pattern.remove_suffix(1);
  }
  const bool is_for_names = pattern.find('/') == kNone;
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  if (!is_for_names) return matches(pattern, path);
  const std::size_t slash = path.rfind('/');
  return matches(pattern, slash == kNone ? path : path.substr(slash + 1));
}

std::string_view path_below(std::string_view path, std::string_view directory) {
  if (directory == "/") directory = {};
  const bool is_below = path.size() > directory.size() + 1 && path.starts_with(directory);
  return is_below && path[directory.size()] == '/' ? path.substr(directory.size() + 1) : std::string_view();
}

}  // namespace py3k::engine
