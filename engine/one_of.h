// is_one_of: is a word in a list of words? For the short constexpr lists of names that analyses and fixers have.
//
//   constexpr std::string_view kViews[] = {"keys", "values", "items"};
//   if (is_one_of(kViews, method.text())) …
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace py3k::engine {

template <std::size_t kSize>
bool is_one_of(const std::string_view (&words)[kSize], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace py3k::engine
