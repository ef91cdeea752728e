#include "tests/support/mutation.h"

#include <algorithm>
#include <utility>

namespace py3k::tests {

namespace {

enum class Class : std::uint8_t { kWord, kBlank, kOther };

Class class_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (std::isalnum(byte) != 0 || c == '_' || byte > 127) return Class::kWord;
  return c == ' ' || c == '\t' ? Class::kBlank : Class::kOther;
}

// Words, runs of blanks, and single characters of any other kind.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const Class kind = class_of(text[at]);
    std::size_t end = at + 1;
    while (kind != Class::kOther && end < text.size() && class_of(text[end]) == kind) ++end;
    tokens.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return tokens;
}

std::string join(const std::vector<std::string>& tokens) {
  std::string text;
  for (const std::string& token : tokens) text += token;
  return text;
}

constexpr std::string_view kInteresting[] = {"print",
                                             "exec",
                                             "`",
                                             "(",
                                             ")",
                                             "[",
                                             "]",
                                             ",",
                                             ":",
                                             ";",
                                             "\n",
                                             "\r\n",
                                             "\\\n",
                                             "#",
                                             "'",
                                             "\"",
                                             "u'",
                                             "ur'x'",
                                             "0777",
                                             "10L",
                                             "<>",
                                             "raise E, x",
                                             "except E, e:",
                                             ".has_key(",
                                             "unicode",
                                             "lambda (a, b): ",
                                             "*",
                                             "**",
                                             "=",
                                             " in ",
                                             " if ",
                                             " else ",
                                             "not ",
                                             "yield ",
                                             "async",
                                             "True",
                                             "pass",
                                             "\t",
                                             "    ",
                                             "print >>f, ",
                                             "\xEF\xBB\xBF",
                                             "\xFF",
                                             "f'{",
                                             "-",
                                             ".",
                                             "import "};

}  // namespace

std::size_t Mutator::pick(std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
}

std::string Mutator::mutate(std::string_view text) {
  std::vector<std::string> tokens = split(text);
  for (std::size_t changes = 1 + pick(4); changes > 0 && !tokens.empty(); --changes) change_tokens(tokens);
  std::string mutated = join(tokens);
  if (pick(4) == 0) change_bytes(mutated);
  return mutated;
}

void Mutator::change_tokens(std::vector<std::string>& tokens) {
  const std::size_t at = pick(tokens.size());
  const auto place = tokens.begin() + static_cast<std::ptrdiff_t>(at);
  switch (pick(5)) {
    case 0:
      tokens.erase(place);
      return;
    case 1:
      tokens.insert(place, std::string(*place));
      return;
    case 2:
      std::swap(tokens[at], tokens[pick(tokens.size())]);
      return;
    case 3:
      tokens.insert(place, std::string(kInteresting[pick(std::size(kInteresting))]));
      return;
    default:
      tokens[at] = kInteresting[pick(std::size(kInteresting))];
  }
}

void Mutator::change_bytes(std::string& text) {
  for (std::size_t changes = 1 + pick(4); changes > 0 && !text.empty(); --changes) {
    const std::size_t at = pick(text.size());
    switch (pick(3)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.insert(at, 1, static_cast<char>(pick(256)));
        break;
      default:
        text[at] = static_cast<char>(pick(256));
    }
  }
}

std::string Mutator::cut(std::string_view text, std::size_t most_lines) {
  std::size_t begin = pick(text.size());
  while (begin > 0 && text[begin - 1] != '\n') --begin;
  std::size_t end = begin;
  for (std::size_t lines = 1 + pick(most_lines); lines > 0 && end < text.size(); --lines)
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return std::string(text.substr(begin, end - begin));
}

}  // namespace py3k::tests
