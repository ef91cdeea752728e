// Facts: what is known about Python's library, from the lines of python.facts, which is a part of the program.
//
//   const Fact* fact = library().find("cgi.escape");
//   fact->gone;                         // 3.8
//   fact->to;                           // "html.escape", in Python 3.2 and later: fact->to_since
//   library().section("moved_names");   // all lines of a fixer, in their order
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"

namespace py3k::engine {

struct PythonVersion {
  int major = 0;
  int minor = 0;
  auto operator<=>(const PythonVersion&) const = default;
  explicit operator bool() const { return major != 0; }
};
std::string to_string(PythonVersion version);  // "3.12"

enum class Mark : std::uint8_t {
  kModule,    // it is a module
  kImported,  // the others are explained at the top of python.facts
  kEvidence,
  kMethod,
  kTest,
  kShown,
  kUnique,
  kHidden,
  kPython2,
  kPure,
  kChanges,
};

// One line. All text is that of the file.
struct Fact {
  std::string_view section;
  std::string_view name;
  std::string_view takes;  // "str, int", what stands in its parentheses
  std::string_view gives;
  PythonVersion since = {2, 7};
  PythonVersion gone = {};  // unset: it stays
  PythonVersion back = {};
  std::string_view to;
  PythonVersion to_since = {3, 0};
  std::string_view parts;
  std::string_view package;
  std::string_view advice;
  bool is_called = false;  // it has parentheses
  unsigned marks = 0;
  std::uint32_t line = 0;

  bool has(Mark mark) const { return (marks & (1U << static_cast<unsigned>(mark))) != 0; }
  bool is_module() const { return has(Mark::kModule); }
  bool is_in(PythonVersion version) const {
    return version >= since && (!gone || version < gone || (back && version >= back));
  }
  std::string_view own_name() const { return name.substr(name.rfind('.') + 1); }
};

class Facts {
 public:
  // Keeps views of the text. Fails with the number of the first line that is none.
  static Expected<Facts> parse(std::string_view text);

  std::span<const Fact> all() const { return facts_; }
  // Empty where there is no such section.
  std::span<const Fact> section(std::string_view name) const;
  // Null where nothing is known of it. Of several lines about a name, one that says that it is gone or moved.
  const Fact* find(std::string_view name) const;

  PythonVersion newest() const { return pythons_.empty() ? PythonVersion{} : pythons_.back().version; }
  // The oldest Python 3 that is maintained on the day that the facts are of.
  PythonVersion oldest_maintained() const;

 private:
  friend class FactsReader;
  struct Python {
    PythonVersion version;
    std::string_view first;  // "2021-10"
    std::string_view end;
  };
  struct Section {
    std::string_view name;
    std::size_t first;
    std::size_t last;
  };

  std::string_view today_;
  std::vector<Python> pythons_;
  std::vector<Fact> facts_;
  std::vector<Section> sections_;
  std::vector<std::uint32_t> by_name_;
};

// Those of this program; read when first asked for.
const Facts& library();
// The N of --target 3.N, where it isn't given.
int default_target();

// When something goes, for findings: "is gone since Python 3.12", "goes with Python 3.15", which the facts know only by
// announcement.
std::string going(PythonVersion gone);
// What to say of a name that has nothing in its place: "os.popen2 is gone since Python 3.0: use subprocess.Popen".
std::string obituary(const Fact& fact);

}  // namespace py3k::engine
