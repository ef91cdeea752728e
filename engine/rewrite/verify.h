// Verify: is a result fit to be written? It is read once more, as Python 3.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/plan.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

struct Flaw {
  std::uint32_t offset = 0;  // in the text that was verified; bytes
  std::string what;          // "Python 3 can't parse this", "the name async is a keyword in Python 3"
};

// What, first of all, keeps Python 3 from compiling the text; nothing when it can. Where that was no Python 2 before,
// it may have what only Python 3.14 takes.
std::optional<Flaw> find_flaw(std::string_view text, Language before = Language::kPython2);

// The same for a result that may keep some of its Python 2, because the fixers for that were not chosen. Only damage is
// found. Where Python 2.7 must run it (`keeps_python2`), what was put in has to be Python 2 as well.
std::optional<Flaw> find_damage(const Tree& before, const Rendered& after, bool keeps_python2 = false);

}  // namespace py3k::engine
