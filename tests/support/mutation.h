// Mutation: Python files with something wrong in them, for fuzzing. Tokens and bytes are deleted, doubled and swapped.
//
//   Mutator mutator(seed);
//   std::string text = mutator.mutate(original);

#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace py3k::tests {

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  // The text with one to eight changes, most of them to whole tokens so that much of it stays Python.
  std::string mutate(std::string_view text);
  // Some lines of the text that stand together.
  std::string cut(std::string_view text, std::size_t most_lines);

 private:
  std::size_t pick(std::size_t count);
  void change_tokens(std::vector<std::string>& tokens);
  void change_bytes(std::string& text);

  std::mt19937 random_;
};

}  // namespace py3k::tests
