// What the files of engine/syntax share of tree-sitter: the grammar's names as our kinds and fields. No other
// part of the engine includes this.
#pragma once

#include <tree_sitter/api.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/syntax/kind.h"

namespace py3k::engine {

// The grammar's symbols and fields, translated once.
struct Grammar {
  const TSLanguage* language;
  std::vector<Kind> kinds;
  std::vector<Field> fields;

  Grammar();
  Kind kind(TSSymbol symbol) const { return symbol < kinds.size() ? kinds[symbol] : Kind::kError; }
};

const Grammar& grammar();

// Where the first error of a tree that has one is, in bytes of the text it was parsed from.
std::uint32_t first_error(TSNode root, std::string_view text);

}  // namespace py3k::engine
