// Finding and FileResult: what py3k has to say about a file. Made by the pipeline, read by the reporters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dialect/line_set.h"
#include "engine/rewrite/edit.h"

namespace py3k::engine {

// How sure a fixer is of its change.
enum class Safety : std::uint8_t {
  kSafe,    // same behaviour under Python 3 as before under Python 2
  kUnsafe,  // right in nearly all code; the fixer's doc says when not
  kManual,  // found and explained, never changed
};

std::string_view safety_name(Safety safety);  // "safe", "unsafe", "manual"

// The names under which the engine itself reports something.
inline constexpr std::string_view kConvertedGuard = "converted";  // Python 2 in a file that is said to be converted

// One thing found in a file: a change, made or not, or a place that a person has to look at.
struct Finding {
  std::string fixer;             // "has_key"; for what the engine itself found: "suppression", "converted"
  std::string message;           // "d.has_key(k) -> k in d"
  ByteRange range;               // where, in the original text
  std::uint32_t line = 0;        // from 1
  std::uint32_t column = 0;      // from 0, in characters
  std::uint32_t end_line = 0;    // from 1
  std::uint32_t end_column = 0;  // from 0, in characters; one past the last
  Safety safety = Safety::kSafe;
  bool applied = false;
  std::uint32_t change = 0;  // names the change among those of its file: the same in each conversion of the same bytes
};

enum class Outcome : std::uint8_t { kUnchanged, kChanged, kSkipped, kFailed };
std::string_view outcome_name(Outcome outcome);  // "unchanged", "changed", "skipped", "failed"

enum class Dialect : std::uint8_t { kPython2, kPython3, kBoth };
std::string_view dialect_name(Dialect dialect);  // "python2", "python3", "both"

// What a conversion leaves for later ones to know of the result: which of its lines are ours, and which still Python 2.
inline const std::string kDidSome = "~";  // before a fixer's name in a trace

struct LineTrace {
  bool is_whole = true;             // all fixers did all they found
  std::vector<std::string> fixers;  // where not: those that ran, sorted; with kDidSome if they left something undone
  LineSet written;
  LineSet kept;  // where not whole: Python 2 that was left as it was
};

struct FileResult {
  std::string path;
  Outcome outcome = Outcome::kUnchanged;
  std::string reason;  // why it was skipped or has failed
  Dialect dialect = Dialect::kBoth;
  std::vector<Finding> findings;  // by position
  std::vector<Edit> edits;        // by position, in terms of `original`
  std::vector<Place> places;      // of all that was changed
  std::string original;           // the text before; kept for diffs only
  std::string rewritten;          // the text after, when changed
  std::string output_bytes;       // the file after, in its encoding, when changed
  LineTrace trace;                // when changed
};

}  // namespace py3k::engine
