// What tree-sitter alone costs: reads each file named on standard input, parses its bytes with the stock grammar, and
// throws the tree away. cpu_ratio.py holds py3k's whole run against it.
#include <tree_sitter/api.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

extern "C" const TSLanguage* tree_sitter_python();

int main() {
  TSParser* parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_python());
  std::size_t files = 0;
  std::size_t bytes = 0;
  for (std::string path; std::getline(std::cin, path); ++files) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream buffer;
    buffer << file.rdbuf();
    const std::string text = buffer.str();
    bytes += text.size();
    ts_tree_delete(ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
  }
  ts_parser_delete(parser);
  std::printf("%zu files, %zu bytes\n", files, bytes);
  return 0;
}
