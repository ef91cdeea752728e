// What the grammar takes, and the parser of no Python does.
//
//   if (auto misplaced = find_misplaced(tree)) fail_at(misplaced->offset, misplaced->what);
#pragma once

#include <optional>
#include <string_view>

#include "engine/syntax/tree.h"

namespace py3k::engine {

struct Misplaced {
  std::uint32_t offset = 0;
  std::string_view what;
};

// The first of these: a raise with more than three parts, one with `from` and several parts, and `await`, `async for`
// and `async with` outside of an async function.
std::optional<Misplaced> find_misplaced(const Tree& tree);

}  // namespace py3k::engine
