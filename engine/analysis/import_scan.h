// scan_imports: the imports of a file by a look at its bytes, without lexing: for whole projects, where parsing each
// file would cost as much as converting it.
//
//   scan_imports("from .util import a, b as c\n")[0].names   // {{"a", "a"}, {"b", "c"}}
//
// Finds too much rather than too little: what functions import, what stands in examples of docstrings, and what is
// imported by a call, `__import__('a.b')` and `import_module('a.b')`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace py3k::engine {

enum class ImportForm : std::uint8_t {
  kModule,  // import a.b, import a.b as c
  kNames,   // from a import b, c as d
  kStar,    // from a import *
  kCall,    // __import__('a.b'): what it is called is not known
};

struct ScannedImport {
  struct Name {
    std::string name;
    std::string local;  // what the file calls it
  };
  ImportForm form = ImportForm::kModule;
  unsigned level = 0;       // the dots before the module
  std::string module;       // empty in `from . import x`
  std::string alias;        // of kModule; empty: none
  std::vector<Name> names;  // of kNames
};

std::vector<ScannedImport> scan_imports(std::string_view text);

// The places of a word in a text, whole words only.
std::vector<std::size_t> places_of_word(std::string_view text, std::string_view word);

// Is it a byte of an identifier? Those that are not ASCII are, which is too much rather than too little.
bool is_word_byte(char byte);

}  // namespace py3k::engine
