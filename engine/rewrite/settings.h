// Settings: what the user asked for, as far as fixers and the engine need to know.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "engine/dialect/lexer.h"
#include "engine/library/facts.h"

namespace py3k::engine {

// Modules that come along into the project, from the library of a Python that has them.
struct Vendored {
  std::string package;            // what they go to, "_vendor"
  std::set<std::string> modules;  // all that the library has in Python, "compiler.ast" among them
  std::set<std::string> chosen;   // those that are meant, gone or not; empty: all that are gone

  std::string place_of(const std::string& module) const { return package + "." + module; }
};

struct Settings {
  std::optional<Language> from;  // --from; empty: decide by evidence
  bool expects_python2 = false;  // files in which nothing shows the language are Python 2
  bool parses_all = false;       // also files in which no fixer has work, to tell of those that are no Python
  bool print_function = false;   // -p: in Python 2 files too `print` is a name
  bool exec_function = false;    // -e: the same of `exec`
  // --target 3.N: the oldest Python 3 that must run the result; every later one must as well.
  int target_minor = default_target();
  bool keeps_python2 = false;  // --target 2+3: Python 2.7 must run it as well, to the same effect
  int django_major = 1;        // --django X.Y
  int django_minor = 11;
  bool safe_only = false;   // --safe: unsafe changes are reported, not made
  bool restricted = false;  // the user chose the fixers: what the others would have fixed may stay
  bool converted =
      false;  // the files are said to be Python 3: what speaks for Python 2 is reported, nothing is changed
  // Started as 2to3: where several answers are right 2to3's is given, and its warnings, so that who has used it finds
  // what it left (all modules of urllib imported, names to be changed by hand called xxx_todo_changeme).
  bool like_two_to_three = false;
  std::shared_ptr<const Vendored> vendored;  // --vendor; null: none

  // Is a file Python 2 by the user's word, as long as its syntax does not show that it is not?
  bool says_python2() const { return from == Language::kPython2 || expects_python2; }
};

}  // namespace py3k::engine
