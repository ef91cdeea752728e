#include "engine/syntax/keywords.h"

#include <algorithm>
#include <cstring>

#include "engine/syntax/byte_class.h"
#include "engine/syntax/grammar.h"

namespace py3k::engine {

namespace {

// Of up to eight characters, none of them NUL.
std::uint64_t packed(std::string_view word) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, word.data(), word.size());
  return bits;
}

}  // namespace

Keywords::Keywords() {
  for (std::uint32_t symbol = 1; symbol < ts_language_symbol_count(grammar().language); ++symbol) {
    if (ts_language_symbol_type(grammar().language, static_cast<TSSymbol>(symbol)) != TSSymbolTypeAnonymous) continue;
    const std::string_view name = ts_language_symbol_name(grammar().language, static_cast<TSSymbol>(symbol));
    if (name.empty() || class_of(name.front()) != ByteClass::kWord ||
        !std::all_of(name.begin(), name.end(), is_word_char))
      continue;
    add(name);
  }
  // These have nodes with names of their own.
  for (const std::string_view name : {"None", "True", "False"}) add(name);
}

bool Keywords::contains(std::string_view word) const {
  const auto& words = by_first_[static_cast<unsigned char>(word.front())];
  if (words.empty()) return false;
  if (word.size() > sizeof(std::uint64_t)) return std::find(long_.begin(), long_.end(), word) != long_.end();
  return std::find(words.begin(), words.end(), packed(word)) != words.end();
}

void Keywords::add(std::string_view name) {
  const bool is_long = name.size() > sizeof(std::uint64_t);
  if (is_long) long_.push_back(name);
  by_first_[static_cast<unsigned char>(name.front())].push_back(is_long ? 0 : packed(name));
}

const Keywords& keywords() {
  static const Keywords instance;
  return instance;
}

}  // namespace py3k::engine
