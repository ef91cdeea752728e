// What the files of engine/syntax share of tree-sitter: the grammar's names as our kinds and fields, and a parser for
// each thread. No other part of the engine includes this.
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

// Making a parser is dear, and none may be shared: one a thread.
TSParser* thread_parser();

// Where the first error of a tree that has one is, in bytes of the overlay it was parsed from.
std::uint32_t first_error(TSNode root, std::string_view overlay);

}  // namespace py3k::engine
