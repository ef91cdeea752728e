// shown_text: text as a terminal may show it. Names of files and what is in them come from anywhere; what would move
// the cursor, set the title, fill the clipboard or turn the line's direction is written out instead: `\x1B`, `\u202E`.
//
//   shown_text("print 1 # \x1b]0;…")   // "print 1 # \x1B]0;…"
//   shown_name("a\nb.py")              // "a\nb.py", in one line
#pragma once

#include <string>
#include <string_view>

namespace py3k::cli {

// Lines stay lines.
std::string shown_text(std::string_view text);

// For what stands within a line.
std::string shown_name(std::string_view name);

}  // namespace py3k::cli
