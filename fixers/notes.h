// Notes: what one walk over a file has found, for later questions about it, so that many of these don't cost a walk
// each. They are kept with the file, by a text that says what is noted; Context::once() makes the walk.
//
//   cx.once("sets: made", [&] { for (…) note(cx, "sets: " + name); return true; });
//   return is_noted(cx, "sets: " + name);
#pragma once

#include <string>

#include "engine/fixer.h"

namespace py3k::fixers {

inline void note(engine::Context& cx, const std::string& what) {
  cx.once(what, [] { return true; });
}
// Was it noted before? What is asked for stays as it is from then on: ask when the walk is over.
inline bool is_noted(engine::Context& cx, const std::string& what) {
  return cx.once(what, [] { return false; });
}

}  // namespace py3k::fixers
