// Fixer: everything there is to know about one fix, as a value. The one header that a fixer includes.
//
// A fixer is a file fixers/<group>/<name>.cpp with one function, fix_<name>(), that returns a Fixer. docs/fixers.md is
// the manual; the shortest fixer there is:
//
//   engine::Fixer fix_has_key() {
//     return {
//         .name = "has_key",
//         .doc = "Replaces d.has_key(k) with `k in d`.",
//         .group = Group::kPython2,
//         .safety = Safety::kSafe,
//         .runs_on = RunsOn::kBoth,
//         .examples = {{"if d.has_key(k): pass", "if k in d: pass"}},
//         .rules = {{"not $d.has_key($k)", "$k not in $d"}, {"$d.has_key($k)", "$k in $d"}},
//     };
//   }
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/names.h"
#include "engine/one_of.h"
#include "engine/report/finding.h"
#include "engine/rewrite/context.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

enum class Group : std::uint8_t { kPython2, kStdlib, kCleanup, kDjango };
std::string_view group_name(Group group);  // "python2", "stdlib", …

enum class RunsOn : std::uint8_t {
  kBoth,     // what it leaves is valid, and means the same, under Python 2.7 and 3
  kVariant,  // so is what it does where Context::keeps_python2(); `for_both` says what that is
  kPy3,      // --target 2+3 leaves such places as they are, and says how many there are
};

// In which files a fixer has work.
enum class Needs : std::uint8_t {
  kPython2,   // files that aren't Python 3; nothing it does would change what a Python 3 file means
  kEvidence,  // only files known to be Python 2: what it replaces is valid Python 3 too, and means something else there
  kAny,       // all files, Python 3 ones included
};

struct Example {
  std::string before;
  std::string after;
  std::string options = {};              // command-line options the example needs: "--django 1.4"
  std::vector<std::string> beside = {};  // other files of its package, where it has to be in one: "helper.py"
};

// `$x` in a pattern stands for any expression, `$*x` for any number of arguments; the rest is Python. A name that is no
// hole means what it says: `unicode($x)` matches only where `unicode` is the builtin, `os.getcwdu()` wherever that
// function is called, under any alias. The same hole twice matches equal text only.
struct Rule {
  std::string pattern;
  std::string replacement;
  std::function<bool(Context&, const Holes&)> where = {};  // what else must hold of what the holes have caught
};

// A thing that moved: "django.utils.encoding.smart_unicode" -> "django.utils.encoding.smart_text". Imports and uses
// change together. Names of builtins are "__builtin__.unicode"; what becomes a builtin may be more than a name:
// "types.NoneType" -> "__builtin__.type(None)". With an empty `to` it is gone: its uses are reported, with the note.
struct Rename {
  std::string from;
  std::string to;
  std::string note = {};  // for the finding: what to look at, and do
  enum class Where : std::uint8_t { kEverywhere, kImported, kAttribute };
  Where where = Where::kEverywhere;  // only `from m import name` with its uses, or only `m.name`
  bool is_free_too = false;          // calls of the name that nothing in the file binds are it as well
  bool python3_only = false;         // under --target 2+3 its uses stay, and are counted
  int since = 0;                     // Python 3.N is the first with `to`; an older target has none
  // For what depends on the use: `to` for a use, empty where it is the one above; and what else changes with a use.
  std::function<std::string(Context&, Node use)> to_at = {};
  std::function<void(ChangeBuilder&, Node use)> with_use = {};
};

// A module that moved: "Queue" -> "queue". One whose names went several ways has an empty `to`, and `renames` say
// where each name is; `parts` are the modules that take its place where no use tells which are needed.
struct ModuleMove {
  std::string from;
  std::string to;
  std::vector<std::string> parts = {};
  bool needs_evidence = false;  // Python 3 has a module of the old name as well
  std::string note = {};        // a finding for each import
  bool keeps_name = false;      // the file goes on to call it as before: `import _vendor.sgmllib as sgmllib`
};

struct Visit {
  std::vector<Kind> kinds;
  std::function<void(Context&, Node)> visit;
};

struct Fixer {
  std::string name;            // of its file, and of its function after `fix_`
  std::string doc;             // one paragraph; the first sentence stands in lists
  std::string reference = {};  // where Python's (or Django's) documentation says why it is needed: a URL
  Group group = Group::kPython2;
  Safety safety = Safety::kSafe;
  std::string unsafe_when = {};  // for unsafe ones: when it is wrong
  RunsOn runs_on = RunsOn::kPy3;
  std::string for_both = {};  // for kVariant: what it does under --target 2+3, and what it leaves
  Needs needs = Needs::kPython2;
  // With kEvidence: no fixer writes what this one looks for, so that a line that earlier runs of others have changed is
  // to it what it was in Python 2.
  bool is_never_made = false;
  bool judges_origins =
      false;  // with kEvidence: it looks by itself at which lines are Python 2, and changes all or none
  bool on_by_default = true;
  // Words of which a file must hold at least one for this fixer to have work. Derived from rules and renames; visits
  // state theirs here. A word is an identifier or keyword, or one of the lexer's: "`" "<>" "0777" "10L" "u''" "ur''"
  // "\\u" "#coding" "def((" "for," "raise,".
  std::vector<std::string> words = {};
  // Has it work in a file that lies there? Unset: wherever it lies.
  std::function<bool(const Project*, const std::string& path)> applies_at = {};
  std::vector<Example> examples = {};
  std::vector<Rule> rules = {};
  std::vector<Rename> renames = {};
  std::vector<ModuleMove> modules = {};
  std::function<std::vector<Rename>(const Settings&)> renames_for = {};  // renames that depend on the command line
  std::function<std::vector<ModuleMove>(const Settings&)> modules_for = {};
  std::vector<Visit> visits = {};
  std::function<void(Context&)> finish = {};  // called once per file after all visits
  std::function<void(Context&)> last = {};    // once per file after all renames, which the plan holds by then
  // Fixers whose claim on the same node, or inside a template's literal text, gives way to this one's; with the reason.
  struct Precedence {
    std::string over;
    std::string reason;
  };
  std::vector<Precedence> wins_over = {};
};

}  // namespace py3k::engine
