// Tells, for each text on standard input, what keeps Python 3 from compiling it, by our own reckoning. A text is
// preceded by its length in bytes, on a line; the answer is a line: empty, or the flaw's offset and what it is.
#include <iostream>
#include <string>

#include "engine/rewrite/verify.h"

int main() {
  std::ios::sync_with_stdio(false);
  std::string length;
  while (std::getline(std::cin, length)) {
    std::string text(std::stoul(length), '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    const auto flaw = py3k::engine::find_flaw(text);
    if (flaw) std::cout << flaw->offset << ' ' << flaw->what;
    std::cout << '\n';
  }
  return 0;
}
